"""What stands on somebody's calendar. Each room gives only what that person may see."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from leerkring.foundation.calendar.moments import Moment
from leerkring.foundation.calendar.registry import Dated, Row, dated


@dataclass(frozen=True)
class Entry:
    """A moment, and what kind of date it is."""

    kind: str
    label: str
    moment: Moment

    @property
    def place_in_order(self) -> tuple[datetime, str]:
        return (self.moment.starts, self.moment.uid)


@dataclass(frozen=True)
class Seen:
    """What one source told of, before moments are made of it."""

    source: Dated
    rows: Sequence[Row]


def seen_by(person: Any, start: datetime, end: datetime, *, kind: str = "") -> list[Seen]:
    """What every source has in [start, end) for this person."""
    return [
        Seen(source, source.rows(person, start, end))
        for source in dated()
        if kind in ("", source.kind)
    ]


def entries_in(seen: Iterable[Seen], start: datetime, *, circle: int | None = None) -> list[Entry]:
    """The dates that were told of, the first first; each moment once."""
    found: dict[str, Entry] = {}
    for one in seen:
        for moment in one.source.moments(one.rows, start):
            if circle is None or moment.circle == circle:
                found.setdefault(moment.uid, Entry(one.source.kind, one.source.label, moment))
    return sorted(found.values(), key=lambda entry: entry.place_in_order)


def entries(
    person: Any,
    start: datetime,
    end: datetime,
    *,
    kind: str = "",
    circle: int | None = None,
) -> list[Entry]:
    """What touches [start, end) for this person, the first first; each moment once."""
    return entries_in(seen_by(person, start, end, kind=kind), start, circle=circle)
