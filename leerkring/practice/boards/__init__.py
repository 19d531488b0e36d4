"""Live questions in a room: join by code, answer on a phone, reveal together."""
