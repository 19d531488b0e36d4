"""On which days the desk at the door may be kept on a device."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

EARLY = timedelta(days=1)  # who opens it the evening before has it at the door


def kept_until(starts: datetime, ends: datetime, zone: str, now: datetime) -> datetime | None:
    """Midnight after the meeting by the clock of its place; None when it is not nearly there.

    The list has names on it, so it lies on no device for longer than that.
    """
    there = ZoneInfo(zone)
    day_after = ends.astimezone(there).date() + timedelta(days=1)
    until = datetime.combine(day_after, time(), there)
    return until if starts - EARLY <= now < until else None
