"""Figures about districts, each with its definition, period and source.

Nouns: Figure, FigureDefinition. It refuses to show a number without its birth certificate.
"""
