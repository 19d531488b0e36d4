"""Which teams, which scan, which emphasis, which sessions and when: a Week van het Wijkteam.

Nouns: Programme, Participation, Role, Emphasis, Script. It refuses to know what was said in a
session and how it is printed.
"""
