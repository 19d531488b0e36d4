"""Persons, organisations, teams, districts, and who belongs where.

Nouns: Person, Organisation, Municipality, District, Team, Membership. It refuses to know what
anyone does with a team.
"""
