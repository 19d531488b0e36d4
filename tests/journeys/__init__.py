"""Journeys: what people do from beginning to end, in a real browser against a running site."""
