"""Six letters to type over: from a screen at the other end of the room, or a sheet on a table."""

import secrets

# Without i and l, o and q, u and v: those are misread from a screen, or mistyped after hearing.
LETTERS = "abcdefghjkmnprstwxyz"
LENGTH = 6  # 64 million codes; see docs/decisions/0017-boards.md for what guessing would take


def new_code() -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def tidy_code(typed: str) -> str:
    """What somebody typed as a code is written: without capitals, spaces, hyphens and full stops.

    >>> tidy_code(" KAR-tbx ")
    'kartbx'
    """
    return "".join(sign for sign in typed.lower() if sign not in " -.\u00a0")
