"""What people flag, who looks at it, and what they decided.

Nouns: `Flag` (somebody thinks that something should not stand there), `Decision` (a moderator
looked, with what outcome, and what the reporter is told). A room says in `flaggable.py` what can be
flagged, who may see it, who moderates it and how it is put out of sight.

It refuses to tell anybody but the moderators who flagged, and the moderators of one closed circle
what was flagged in another.
"""
