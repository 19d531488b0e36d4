"""The shared vocabulary: themes with their synonyms, and who follows them.

Nouns: Theme, ThemeName (every name it has or had, each with an address), Following. A name leads to
one theme, however it is written; an address that was ever given keeps leading somewhere.
What is written about a theme is not known here: rooms above link to it, and move those links when
two themes become one (`registry.register_relinker`).
"""
