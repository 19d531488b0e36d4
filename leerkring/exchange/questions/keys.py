"""A key that only the asker holds, and the name under which the server knows it.

128 random bits, written in Crockford's base 32 (no I, L, O or U). The server keeps a SHA-256 of
them: so many bits cannot be tried out, so that no slow hash is needed.
"""

import hashlib
import secrets

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 26  # letters of five bits for 128
_MISREAD = str.maketrans("ILO", "110")
_GROUPS = ((0, 6), (6, 11), (11, 16), (16, 21), (21, 26))


def new_key() -> str:
    """Twenty-six letters and figures in five groups."""
    number = secrets.randbits(128)
    letters = "".join(LETTERS[number >> 5 * place & 31] for place in reversed(range(LENGTH)))
    return "-".join(letters[start:end] for start, end in _GROUPS)


def name_of(key: str) -> str | None:
    """What the server files something under; None for what is no key.

    Capitals, spaces and dashes make no difference, nor letters that are easily misread.
    """
    clean = "".join(filter(str.isalnum, key[:200].upper())).translate(_MISREAD)
    if len(clean) != LENGTH or any(letter not in LETTERS for letter in clean):
        return None
    return hashlib.sha256(f"leerkring vraag {clean}".encode()).hexdigest()
