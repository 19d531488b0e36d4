"""Comments, mentions and thanks on anything that a room lets people react to.

Nouns: `Remark` (a comment, with at most one level of answers under it), `Removal` (somebody took it
away, and why), `Thanks`. A room says in `remarkable.py` what can be reacted to, who may see it and
who may react.

It refuses to show a remark to anybody who may not see what it is about.
"""
