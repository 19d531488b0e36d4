"""What people flag, who looks at it, and what they decided."""
