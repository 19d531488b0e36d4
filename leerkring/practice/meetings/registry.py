"""Where a room above says what it has for a meeting, for one person, who sees no more of it than
they may: for the sessions beside each other in a programme, and in the strip over its pages.

register_doors(doors_at)
register_pages(pages_of)
"""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


@dataclass(frozen=True)
class Door:
    """A link in the row of a strand; `note` says how it stands."""

    label: str
    url: str
    note: str = ""


Doors = Mapping[int, Sequence[Door]]  # by number of the strand
DoorsAt = Callable[[Any, Any], Doors]
_doors: list[DoorsAt] = []


def register_doors(doors_at: DoorsAt) -> None:
    """For a person, of a meeting; None is who has a link of their own to it, without an account."""
    if doors_at not in _doors:
        _doors.append(doors_at)


def doors_at(person: Any, meeting: Any) -> Doors:
    found: dict[int, list[Door]] = {}
    for each in _doors:
        for strand, doors in each(person, meeting).items():
            found.setdefault(strand, []).extend(doors)
    return found


class Part(StrEnum):
    """When a page of a meeting is of use."""

    BEFORE = "Vooraf"
    DURING = "Op de dag"
    AFTER = "Na afloop"


@dataclass(frozen=True)
class Page:
    part: Part
    label: str
    url: str


PagesOf = Callable[[Any, Any, AbstractSet[str]], Sequence[Page]]
_pages: list[PagesOf] = []


def register_pages(pages_of: PagesOf) -> None:
    """For a person, of a meeting, with the kinds of role they have in it: at least one."""
    if pages_of not in _pages:
        _pages.append(pages_of)


def pages_of(person: Any, meeting: Any, kinds: AbstractSet[str]) -> list[Page]:
    return [page for each in _pages for page in each(person, meeting, kinds)]
