"""Where every room says which of its dates somebody may see."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from leerkring.foundation.calendar.moments import Moment

Row = Moment | tuple[Any, ...]
Rows = Callable[[Any, datetime, datetime], Sequence[Row]]


def _are_moments(rows: Sequence[Row], _: datetime) -> list[Moment]:
    return [row for row in rows if isinstance(row, Moment)]


@dataclass(frozen=True)
class Dated:
    """A kind of date.

    kind     short name in the address (`?soort=sessie`)
    label    what people call several of them, in Dutch
    rows     the moments that touch [start, end) and that this person may see, in a fixed number
             of queries; a visitor without an account is somebody too. Or tuples of plain values
             (no rows of a model) with all that `moments` needs to make them.
    moments  what those tuples are on a calendar, from `start` on; made of nothing else, so that
             the same tuples are the same moments, whoever asks

    Two rooms may give dates of one kind. The same `uid` is shown once: rooms above have the last
    word on it, because they know more.
    """

    kind: str
    label: str
    rows: Rows
    moments: Callable[[Sequence[Any], datetime], list[Moment]] = _are_moments


@dataclass(frozen=True)
class Circles:
    """What the room of the circles tells of them.

    name_of  the name of a circle, if this person may read in it now
    of       the circles that somebody is in: (number, name, may everyone read along)
    """

    name_of: Callable[[Any, int], str | None]
    of: Callable[[Any], Iterable[tuple[int, str, bool]]]


_dated: dict[tuple[str, str], Dated] = {}
_circles: list[Circles] = []


def register(entry: Dated) -> None:
    _dated[(entry.rows.__module__, entry.kind)] = entry


def register_circles(circles: Circles) -> None:
    _circles[:] = [circles]


def dated() -> list[Dated]:
    """Every source of dates; `leerkring.loop` comes before `leerkring.practice`."""
    return [_dated[key] for key in sorted(_dated)]


def kinds() -> list[tuple[str, str]]:
    """Every kind with its label, in order of the label."""
    return sorted({(entry.kind, entry.label) for entry in _dated.values()}, key=lambda k: k[1])


def circle_name(person: Any, circle: int) -> str | None:
    return _circles[0].name_of(person, circle) if _circles else None


def circles_of(person: Any) -> list[tuple[int, str, bool]]:
    return list(_circles[0].of(person)) if _circles else []
