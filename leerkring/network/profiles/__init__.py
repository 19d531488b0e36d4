"""What people tell of themselves, to whom, and where to find whom."""
