"""Where a room above says what is known of meetings: of the one where an agreement was made, of
those that talk about it, and who was there to agree something with. Each answer is for one person,
who sees no more than they may.

register_meetings(made_at, talked_about_at, houses_at)
"""

from collections.abc import Callable
from typing import Any

Page = tuple[str, str]  # title, address
MadeAt = Callable[[Any, int], Page | None]
TalkedAboutAt = Callable[[Any, int], list[Page]]
Houses = dict[int, int | None]  # person, and the organisation for which they are there
HousesAt = Callable[[Any, int], Houses | None]
_known: list[tuple[MadeAt, TalkedAboutAt, HousesAt]] = []


def register_meetings(made_at: MadeAt, talked_about_at: TalkedAboutAt, houses: HousesAt) -> None:
    """By number of the meeting, of the agreement, and of the meeting. The last is None for who did
    not take part in it."""
    _known[:] = [(made_at, talked_about_at, houses)]


def made_at(person: Any, meeting: int | None) -> Page | None:
    return _known[0][0](person, meeting) if _known and meeting is not None else None


def talked_about_at(person: Any, agreement: int) -> list[Page]:
    return _known[0][1](person, agreement) if _known else []


def houses_at(person: Any, meeting: int | None) -> Houses | None:
    return _known[0][2](person, meeting) if _known and meeting is not None else None
