"""Codes that are mailed to prove an address: made, written in groups, and compared."""

import hmac
import secrets

# No vowels, so that no word appears; nothing that looks like something else.
LETTERS = "BCDFGHJKLMNPQRSTVWXZ23456789"
LENGTH = 8


def new_code() -> str:
    """A code such as `KT4R-9WZB`: 28^8 possibilities, which is 38 bits."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    return f"{letters[:4]}-{letters[4:]}"


def plain(typed: str) -> str:
    """What a person meant: capitals, spaces and dashes do not matter."""
    return "".join(filter(str.isalnum, typed.upper()))


def is_same(typed: str, code: str) -> bool:
    """Compared in a time that tells nothing."""
    return hmac.compare_digest(plain(typed).encode(), plain(code).encode())
