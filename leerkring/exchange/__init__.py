"""What people tell each other."""
