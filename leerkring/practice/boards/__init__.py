"""Live questions in the room: people join by six letters, a facilitator leads from a phone."""
