"""Seven o'clock in Amsterdam, whatever the clocks do."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.periods import latest

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("now", "key"),
    [
        (at(2026, 11, 23, 6, 59), "2026-11-22"),
        (at(2026, 11, 23, 7, 0), "2026-11-23"),
        (at(2026, 11, 23, 23, 59), "2026-11-23"),
        (at(2026, 11, 24, 0, 1), "2026-11-23"),
        (datetime(2026, 7, 1, 4, 59, tzinfo=UTC), "2026-06-30"),  # summer: 6.59
        (datetime(2026, 7, 1, 5, 0, tzinfo=UTC), "2026-07-01"),
        (datetime(2026, 12, 1, 5, 0, tzinfo=UTC), "2026-11-30"),  # winter: 6.00
    ],
)
def test_a_day_begins_at_seven(now: datetime, key: str) -> None:
    assert latest(Frequency.DAILY, now).key == key


@pytest.mark.parametrize(
    ("now", "key"),
    [
        (at(2026, 11, 23, 6, 59), "2026-W47"),
        (at(2026, 11, 23, 7, 0), "2026-W48"),  # a Monday
        (at(2026, 11, 29, 23, 0), "2026-W48"),
        (at(2027, 1, 3, 12, 0), "2026-W53"),  # ISO 8601: 2026 has 53 weeks
        (at(2027, 1, 4, 7, 0), "2027-W01"),
    ],
)
def test_a_week_begins_on_monday_at_seven(now: datetime, key: str) -> None:
    assert latest(Frequency.WEEKLY, now).key == key


@pytest.mark.parametrize("year", [2026, 2027])
def test_every_day_of_a_year_has_one_digest_at_seven_local_time(year: int) -> None:
    """Hour by hour through both changes of the clock: 365 days, each begun at 7.00."""
    now, periods = datetime(year, 1, 1, 12, tzinfo=UTC), []
    while now.year == year:
        period = latest(Frequency.DAILY, now)
        assert period.moment <= now < period.moment + timedelta(hours=25)
        if not periods or periods[-1] != period:
            periods.append(period)
        now += timedelta(hours=1)
    assert len(periods) == 365
    assert {p.moment.astimezone(AMSTERDAM).hour for p in periods} == {7}
    assert [p.key for p in periods] == sorted({p.key for p in periods})


def test_direct_mail_is_no_digest() -> None:
    with pytest.raises(ValueError, match="no digest"):
        latest(Frequency.DIRECT, at(2026, 1, 1))
