"""Pages about themes."""
