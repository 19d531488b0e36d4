"""Signs that turn the direction of what follows: with them a name or a file type reads as another.

Embeddings, overrides and isolates (Unicode Standard Annex 9, section 2: U+202A–202E and
U+2066–2069). Letters that are written from right to left need none of them in a single text. The
marks that only say which way a sign belongs (U+200E, U+200F) change no order of letters and stay.
"""

import re

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def without_turning(text: str) -> str:
    """The text without signs that turn its direction.

    >>> without_turning("foto\\u202egnp.exe")
    'fotognp.exe'
    """
    return _TURNING.sub("", text)


def one_line(text: str) -> str:
    """Without those signs, and with every run of white space as one space."""
    return " ".join(without_turning(text).split())
