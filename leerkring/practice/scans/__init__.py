"""Instruments, answers and what may be said about them.

Nouns: Instrument, Item, Round, Response, Closing, frozen results. It refuses to know who gave an
answer, and what anyone does with a result.
"""
