"""The dilemma shelf: questions that stay open, and what people experience with them.

Nouns: Dilemma, Experience, Outing. It refuses to keep votes: those belong to a board in a room.
"""
