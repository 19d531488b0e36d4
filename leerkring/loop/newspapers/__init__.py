"""The wijkkrant: what a team decided, on the web and on paper, from one data object.

Nouns: Edition, Article, Approval, Publication, Paper. It refuses to know who answered what.
"""
