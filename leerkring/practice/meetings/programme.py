"""When each block begins and ends: times follow from the minutes before them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

HOME = "Europe/Amsterdam"


@dataclass(frozen=True, slots=True)
class Slot:
    """From when up to when, both on the clock of the place."""

    start: datetime
    end: datetime

    @property
    def minutes(self) -> int:
        return minutes_between(self.start, self.end)


def timetable(starts_at: datetime, minutes: Sequence[int], zone: str = HOME) -> tuple[Slot, ...]:
    """Blocks after each other without a gap: a block that grows moves all that follow.

    starts_at  with its time zone, whichever it is; `minutes` per block, 0 or more
    zone       the clock on the wall, "Europe/Amsterdam" or "Europe/Brussels"

    A minute is a minute that people sit there. So in a night in which the clock is put forward
    the wall shows an hour more, and in which it is put back an hour less: the sums are made in
    universal time.

    Raises ValueError for a start without a time zone and for minutes below 0.
    """
    if starts_at.tzinfo is None:
        raise ValueError("a timetable starts at a moment with a time zone")
    if any(length < 0 for length in minutes):
        raise ValueError("a block takes no less than 0 minutes")
    clock, start = ZoneInfo(zone), starts_at.astimezone(UTC)
    slots = []
    for length in minutes:
        end = start + timedelta(minutes=length)
        slots.append(Slot(start.astimezone(clock), end.astimezone(clock)))
        start = end
    return tuple(slots)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the day is: the place of the block that runs and of the one after it, if any."""

    running: int | None
    coming: int | None


def standing(slots: Sequence[Slot], now: datetime) -> Standing:
    """Before the first nothing runs yet; after the last nothing comes any more."""
    for place, slot in enumerate(slots):
        if now < slot.start:
            return Standing(None, place)
        if now < slot.end:
            return Standing(place, place + 1 if place + 1 < len(slots) else None)
    return Standing(None, None)


def minutes_between(start: datetime, end: datetime) -> int:
    """Whole minutes that pass, not those that the clock on the wall shows."""
    return int((end.astimezone(UTC) - start.astimezone(UTC)) / timedelta(minutes=1))


def in_words(minutes: int) -> str:
    """A length as people say it.

    >>> in_words(45), in_words(60), in_words(150)
    ('45 minuten', '1 uur', '2 uur en 30 minuten')
    """
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} uur"] * bool(hours)
    parts += [f"{rest} {'minuut' if rest == 1 else 'minuten'}"] * bool(rest or not hours)
    return " en ".join(parts)
