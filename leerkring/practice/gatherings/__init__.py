"""Meetings: a team's session with its script, and what is captured while people talk.

Nouns: Session, Block, Note, Quote, Photo, Wish, WorkingForm, Harvest. It refuses to know why a
script was chosen.
"""
