"""One index of everything that can be found, and who may find it.

Knows Entry (what a thing is called, what it says, where it is) and SynonymGroup. Each room says in
its `search.py` what of its own can be found and who may see it; it calls `actions.index` when
something changes. Two locks: an entry carries tokens («public», «circle:12»), of which a person
must hold one for the question even to touch it; and the room itself is asked about everything on
the page and in the count.

Refuses to guess: the order is that of rules which a person can be told, and the same on both
databases (docs in `ranking` of `asking.py`).
"""
