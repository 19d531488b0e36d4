"""Where rooms say who looked into something closed that a person has a part in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Look:
    """Somebody looked in.

    who    their name; empty when they are no longer here
    what   what they looked into, in Dutch: «de werkgroep Wachttijd»
    why    the reason that they gave
    url    where it stands; empty when there is no such page
    """

    at: datetime
    who: str
    what: str
    why: str
    url: str = ""


Looks = Callable[[Any], list[Look]]

_looks: list[Looks] = []


def register_looks(looks: Looks) -> None:
    """`looks(person)`: the newest looks into what this person has a part in; bounded."""
    if looks not in _looks:
        _looks.append(looks)


def registered_looks() -> tuple[Looks, ...]:
    return tuple(_looks)
