"""Promises in one sentence, with a date to look back on.

Noun: Commitment. It refuses to rank, and to know at which meeting a promise was made.
"""
