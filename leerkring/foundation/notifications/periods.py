"""The days and weeks of the digests, by the clock in Amsterdam."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from leerkring.foundation.notifications.frequency import Frequency

ZONE = ZoneInfo("Europe/Amsterdam")
# Clocks change between two and three at night: this hour exists exactly once on every day.
HOUR = time(7)
_AFTER_PAUSE = "na-pauze-"


@dataclass(frozen=True)
class Period:
    """A digest holds what was told before `moment`; `key` is a day (2026-11-23), a week
    (2026-W48), a week that begins on another day than Monday (2026-W48-4: on Thursday), or a
    pause that is over (na-pauze-2026-11-23). Days, and weeks, sort by time.
    """

    frequency: Frequency
    key: str
    moment: datetime

    @property
    def ends_a_pause(self) -> bool:
        return ends_a_pause(self.key)


def latest(frequency: Frequency, now: datetime, weekday: int = 0) -> Period:
    """The last period that has begun at `now` (aware): every day at seven, or every `weekday`
    (0 is Monday) at seven.

    Raises ValueError for what is no digest.
    """
    day = now.astimezone(ZONE).date()
    if now < datetime.combine(day, HOUR, ZONE):
        day -= timedelta(days=1)
    if frequency is Frequency.DAILY:
        return Period(frequency, day.isoformat(), datetime.combine(day, HOUR, ZONE))
    if frequency is Frequency.WEEKLY:
        begin = day - timedelta(days=(day.weekday() - weekday) % 7)
        year, week, _ = begin.isocalendar()
        key = f"{year}-W{week:02}" + (f"-{weekday + 1}" if weekday else "")
        return Period(frequency, key, datetime.combine(begin, HOUR, ZONE))
    raise ValueError(f"{frequency} is no digest")


def after_pause(now: datetime) -> Period:
    """Everything that waits now, of whatever frequency: the first digest after a pause."""
    day = now.astimezone(ZONE).date()
    return Period(Frequency.WEEKLY, f"{_AFTER_PAUSE}{day.isoformat()}", now)


def ends_a_pause(key: str) -> bool:
    return key.startswith(_AFTER_PAUSE)
