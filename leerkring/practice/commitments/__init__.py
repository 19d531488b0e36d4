"""Promises in one sentence, with a date to look back on.

Nouns: Commitment, LookBack, Tally. It refuses to rank, to remind of what was let go, and to know
more of the meeting where a promise was made than its number.
"""
