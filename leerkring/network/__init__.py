"""Who learns, and where."""
