"""Where a room above says what it has for the sessions beside each other in a programme, for one
person, who sees no more of it than they may.

register_doors(doors_at)
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Door:
    """A link in the row of a strand; `note` says how it stands."""

    label: str
    url: str
    note: str = ""


Doors = Mapping[int, Sequence[Door]]  # by number of the strand
DoorsAt = Callable[[Any, Any], Doors]
_known: list[DoorsAt] = []


def register_doors(doors_at: DoorsAt) -> None:
    """For a person, of a meeting; None is who has a link of their own to it, without an account."""
    _known[:] = [doors_at]


def doors_at(person: Any, meeting: Any) -> Doors:
    return _known[0](person, meeting) if _known else {}
