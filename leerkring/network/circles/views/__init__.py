"""Pages about circles."""
