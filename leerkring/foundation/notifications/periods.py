"""The days and weeks of the digests, by the clock in Amsterdam."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from leerkring.foundation.notifications.frequency import Frequency

ZONE = ZoneInfo("Europe/Amsterdam")
# Clocks change between two and three at night: this hour exists exactly once on every day.
HOUR = time(7)


@dataclass(frozen=True)
class Period:
    """A digest holds what was told before `moment`; `key` is a day (2026-11-23) or a week
    (2026-W48), and sorts by time.
    """

    frequency: Frequency
    key: str
    moment: datetime


def latest(frequency: Frequency, now: datetime) -> Period:
    """The last period that has begun at `now` (aware): every day at seven, or Monday at seven.

    Raises ValueError for what is no digest.
    """
    day = now.astimezone(ZONE).date()
    if now < datetime.combine(day, HOUR, ZONE):
        day -= timedelta(days=1)
    if frequency is Frequency.DAILY:
        return Period(frequency, day.isoformat(), datetime.combine(day, HOUR, ZONE))
    if frequency is Frequency.WEEKLY:
        monday = day - timedelta(days=day.weekday())
        year, week, _ = monday.isocalendar()
        return Period(frequency, f"{year}-W{week:02}", datetime.combine(monday, HOUR, ZONE))
    raise ValueError(f"{frequency} is no digest")
