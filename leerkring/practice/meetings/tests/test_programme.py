"""Times that follow from minutes, also in the nights in which the clock changes."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from leerkring.practice.meetings.programme import (
    minutes_between,
    standing,
    timetable,
)

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def walls(slots: tuple) -> list[str]:
    return [f"{slot.start:%H.%M}-{slot.end:%H.%M}" for slot in slots]


def test_a_block_that_grows_moves_all_that_follow() -> None:
    start = datetime(2026, 11, 26, 13, 30, tzinfo=AMSTERDAM)
    assert walls(timetable(start, [20, 45, 15])) == ["13.30-13.50", "13.50-14.35", "14.35-14.50"]
    assert walls(timetable(start, [30, 45, 15])) == ["13.30-14.00", "14.00-14.45", "14.45-15.00"]


# Directive 2000/84/EC: forward on the last Sunday of March at 01:00 UTC, back in October.
@pytest.mark.parametrize("zone", ["Europe/Amsterdam", "Europe/Brussels"])
def test_in_the_night_of_summer_time_the_wall_jumps_an_hour(zone: str) -> None:
    start = datetime(2027, 3, 28, 1, 30, tzinfo=ZoneInfo(zone))
    slots = timetable(start, [30, 60], zone)
    assert walls(slots) == ["01.30-03.00", "03.00-04.00"]
    assert [slot.minutes for slot in slots] == [30, 60]


@pytest.mark.parametrize("zone", ["Europe/Amsterdam", "Europe/Brussels"])
def test_in_the_night_of_winter_time_an_hour_is_on_the_wall_twice(zone: str) -> None:
    start = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo(zone))
    slots = timetable(start, [60, 60], zone)
    assert walls(slots) == ["02.30-02.30", "02.30-03.30"]
    assert [slot.minutes for slot in slots] == [60, 60]


def test_an_evening_before_the_clock_changes_is_counted_in_minutes() -> None:
    start = datetime(2026, 10, 24, 23, 0, tzinfo=AMSTERDAM)
    assert timetable(start, [300])[0].end.isoformat() == "2026-10-25T03:00:00+01:00"


def test_a_start_in_universal_time_shows_the_clock_of_the_place() -> None:
    assert walls(timetable(datetime(2026, 7, 1, 11, 30, tzinfo=UTC), [30])) == ["13.30-14.00"]


def test_a_start_without_a_zone_and_minutes_below_nothing_are_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        timetable(datetime(2026, 1, 1), [5])  # noqa: DTZ001
    with pytest.raises(ValueError, match="less than 0"):
        timetable(datetime(2026, 1, 1, tzinfo=UTC), [-5])


def test_the_day_knows_what_runs_and_what_comes() -> None:
    start = datetime(2026, 11, 26, 13, 0, tzinfo=AMSTERDAM)
    slots = timetable(start, [30, 30])
    at = [start.replace(hour=12), start, start.replace(minute=30), start.replace(hour=14)]
    seen = [(standing(slots, now).running, standing(slots, now).coming) for now in at]
    assert seen == [(None, 0), (0, 1), (1, None), (None, None)]
    assert minutes_between(start, slots[-1].end) == 60
