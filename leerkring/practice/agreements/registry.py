"""Where a room above says what is known of meetings: of the one where an agreement was made, and of
those that talk about it. Each answer is for one person, who sees no more than they may.

register_meetings(made_at, talked_about_at)
"""

from collections.abc import Callable
from typing import Any

Page = tuple[str, str]  # title, address
MadeAt = Callable[[Any, int], Page | None]
TalkedAboutAt = Callable[[Any, int], list[Page]]
_known: list[tuple[MadeAt, TalkedAboutAt]] = []


def register_meetings(made_at: MadeAt, talked_about_at: TalkedAboutAt) -> None:
    """By number of the meeting, and by number of the agreement."""
    _known[:] = [(made_at, talked_about_at)]


def made_at(person: Any, meeting: int | None) -> Page | None:
    return _known[0][0](person, meeting) if _known and meeting is not None else None


def talked_about_at(person: Any, agreement: int) -> list[Page]:
    return _known[0][1](person, agreement) if _known else []
