"""Agreements between partners: one promises another something concrete, the other looks back.

Nouns: Agreement, Contact, Score, Reply. It refuses to let whoever promised judge the promise, and
to add scores up.
"""
