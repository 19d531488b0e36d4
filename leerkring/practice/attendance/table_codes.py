"""Six letters to type over from a sheet on a table."""

import secrets

# No vowels, so that no word comes of it; without l and v, which are misread for i and u.
LETTERS = "bcdfghjkmnpqrstwxz"
LENGTH = 6  # 34 million; whoever guesses is stopped after sixty misses


def new_code() -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def tidy_code(typed: str) -> str:
    """What somebody typed as a code is written.

    >>> tidy_code(" KRT-bxc ")
    'krtbxc'
    """
    return "".join(sign for sign in typed.lower() if sign not in " -.\u00a0")
