"""Who gets what, a module for each room that came later: ROWS, addresses(world) and BODIES.

In the form of `tests/access_table.py`, which reads them all.
"""
