"""Easter and the days on which nobody works."""

from datetime import date

import pytest

from leerkring.exchange.questions.working_days import after_working_days, easter, is_working_day

# Dates of Easter in Meeus, Astronomical Algorithms, chapter 8, and the last of the published
# tables of the U.S. Census Bureau.
EASTERS = [
    (1818, 3, 22), (1886, 4, 25), (1943, 4, 25), (1961, 4, 2), (1991, 3, 31), (1992, 4, 19),
    (1993, 4, 11), (1954, 4, 18), (2000, 4, 23), (2024, 3, 31), (2026, 4, 5), (2038, 4, 25),
]  # fmt: skip


@pytest.mark.parametrize(("year", "month", "day"), EASTERS)
def test_easter_falls_where_the_tables_say(year: int, month: int, day: int) -> None:
    assert easter(year) == date(year, month, day)


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 4, 3),  # Good Friday
        date(2026, 4, 6),  # Easter Monday
        date(2026, 4, 27),  # King's Day
        date(2025, 4, 26),  # King's Day when the 27th is a Sunday
        date(2026, 5, 5),
        date(2026, 5, 14),  # Ascension
        date(2026, 5, 25),  # Whit Monday
        date(2026, 7, 21),  # in Belgium
        date(2026, 12, 25),
        date(2026, 11, 21),  # a Saturday
    ],
)
def test_nobody_works_on_a_holiday_or_at_the_weekend(day: date) -> None:
    assert not is_working_day(day)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2026, 11, 16), date(2026, 11, 19)),  # Monday to Thursday
        (date(2026, 11, 19), date(2026, 11, 24)),  # over a weekend
        (date(2026, 11, 21), date(2026, 11, 25)),  # from a Saturday
        (date(2026, 4, 2), date(2026, 4, 9)),  # over Easter
        (date(2026, 12, 24), date(2026, 12, 30)),  # over Christmas
    ],
)
def test_three_working_days_later(start: date, end: date) -> None:
    assert after_working_days(start, 3) == end
