"""Files that people hand over: read whatever they are, and say what is wrong by row and column.

Nouns: Table, Fault. It refuses to know what a column means.
"""
