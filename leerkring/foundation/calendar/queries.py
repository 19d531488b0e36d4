"""What stands on somebody's calendar. Each room gives only what that person may see."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from leerkring.foundation.calendar.moments import Moment
from leerkring.foundation.calendar.registry import dated


@dataclass(frozen=True)
class Entry:
    """A moment, and what kind of date it is."""

    kind: str
    label: str
    moment: Moment

    @property
    def place_in_order(self) -> tuple[datetime, str]:
        return (self.moment.starts, self.moment.uid)


def entries(
    person: Any,
    start: datetime,
    end: datetime,
    *,
    kind: str = "",
    circle: int | None = None,
) -> list[Entry]:
    """What touches [start, end) for this person, the first first; each moment once."""
    found: dict[str, Entry] = {}
    for source in dated():
        if kind in ("", source.kind):
            for moment in source.between(person, start, end):
                if circle is None or moment.circle == circle:
                    found.setdefault(moment.uid, Entry(source.kind, source.label, moment))
    return sorted(found.values(), key=lambda entry: entry.place_in_order)
