"""Who may do what at the door, and where it may lead."""

import re
from typing import Any

# A path on this site: no second slash, no backslash (browsers read it as one), no space.
HERE = re.compile(r"/(?![/\\])[^\\\s\x00-\x1f]*")


def may_admit(person: Any) -> bool:
    """Whether this person makes links, approves domains and decides on requests."""
    return bool(person.is_authenticated and person.moderates)


def leads_here(path: str) -> bool:
    """Whether an invitation may lead on to this path: it never leads to another site."""
    return HERE.fullmatch(path) is not None
