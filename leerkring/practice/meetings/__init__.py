"""Gatherings of every kind: a programme of timed blocks, who is invited, who comes, what remains."""
