"""What the templates need beyond Django: Dutch notation, and shapes for drawings."""
