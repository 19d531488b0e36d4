from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest

from leerkring.foundation.calendar.agenda import by_month, month_after, sheet_of
from leerkring.foundation.calendar.browsing import cursor_of, place_after
from leerkring.foundation.calendar.moments import Moment
from leerkring.foundation.calendar.templatetags.moments import klok, wanneer

NOVEMBER = date(2026, 11, 1)


@dataclass(frozen=True)
class Shown:
    moment: Moment


def days(first: int, last: int) -> Shown:
    return Shown(Moment.of_days("x", "X", date(2026, 11, first), date(2026, 11, last)))


def test_a_list_has_a_head_for_each_month_and_each_day(moment: Callable[..., Moment]) -> None:
    later = datetime(2026, 12, 1, 9, tzinfo=UTC)
    months = by_month([Shown(moment()), Shown(moment("b")), Shown(moment("c", starts=later))])
    assert [month.first for month in months] == [NOVEMBER, date(2026, 12, 1)]
    assert [len(day.begins) for day in months[0].days] == [2]


def test_a_day_is_the_day_in_the_netherlands(moment: Callable[..., Moment]) -> None:
    """Half past eleven at night in universal time is tomorrow here."""
    assert moment(starts=datetime(2026, 11, 24, 23, 30, tzinfo=UTC)).first_day.day == 25


def test_what_ends_at_midnight_is_not_of_the_next_day(moment: Callable[..., Moment]) -> None:
    late = datetime(2026, 11, 24, 21, tzinfo=UTC)
    assert moment(starts=late, ends=late + timedelta(hours=2)).last_day == date(2026, 11, 24)


def test_a_month_has_whole_weeks_from_monday() -> None:
    sheet = sheet_of(NOVEMBER, [])
    assert {len(week) for week in sheet.weeks} == {7}
    assert [day and day.date.day for day in sheet.weeks[0]] == [*[None] * 6, 1]
    assert sheet.is_empty


def test_some_days_stand_on_each_day_and_weeks_once_above_the_month() -> None:
    three, long = days(9, 11), days(2, 27)
    sheet = sheet_of(NOVEMBER, [long, three])
    assert sheet.running == (long,)
    told = {d.date.day: (len(d.begins), len(d.goes_on)) for w in sheet.weeks for d in w if d}
    assert [told[day] for day in (8, 9, 10, 11, 12)] == [(0, 0), (1, 0), (0, 1), (0, 1), (0, 0)]


@pytest.mark.parametrize(
    ("months", "found"), [(1, (2026, 12)), (2, (2027, 1)), (-11, (2025, 12)), (0, (2026, 11))]
)
def test_months_count_over_the_year(months: int, found: tuple[int, int]) -> None:
    assert month_after(NOVEMBER, months) == date(*found, 1)


def test_times_are_told_as_people_say_them(moment: Callable[..., Moment]) -> None:
    at = moment()
    assert (wanneer(at), klok(at)) == ("10.00–12.00 uur", "10.00")
    assert wanneer(moment(ends=at.starts)) == "10.00 uur"
    assert wanneer(moment(ends=at.starts + timedelta(days=2))) == "10.00 · t/m 26 november 2026"
    assert wanneer(days(9, 9).moment) == "hele dag"
    assert wanneer(days(9, 11).moment) == "t/m 11 november 2026"


def test_a_page_ends_where_the_next_begins(moment: Callable[..., Moment]) -> None:
    at = moment()
    place = place_after(cursor_of((at.starts, at.uid)))
    assert place is not None
    assert (place.at, place.uid) == (at.starts, at.uid)


@pytest.mark.parametrize(
    "cursor", ["", "x", "2026-11-24~a", "0001-01-01T00:00:00+00:00~a", "9" * 9000, "\x00~\x00"]
)
def test_what_is_no_place_of_ours_is_the_beginning(cursor: str) -> None:
    assert place_after(cursor) is None
