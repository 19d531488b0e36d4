"""Days on which people work, in the Netherlands and in Flanders: a day off in one is one here."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

A_DAY = timedelta(days=1)
SATURDAY, SUNDAY = 5, 6


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar.

    The anonymous algorithm of 1876, in J. Meeus, Astronomical Algorithms, 2nd ed., chapter 8.
    """
    a = year % 19
    b, c = divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * el) // 433
    month = (h + el - 7 * m + 90) // 25
    day = (h + el - 7 * m + 33 * month + 19) % 32
    return date(year, month, day)


def _holidays(year: int) -> Iterator[date]:
    sunday = easter(year)
    for days in (-2, 1, 39, 50):  # Good Friday, Easter Monday, Ascension, Whit Monday
        yield sunday + timedelta(days=days)
    kings_day = date(year, 4, 27)
    yield kings_day if kings_day.weekday() != SUNDAY else kings_day - A_DAY
    for month, day in ((1, 1), (5, 5), (12, 25), (12, 26)):
        yield date(year, month, day)
    for month, day in ((5, 1), (7, 21), (8, 15), (11, 1), (11, 11)):  # in Belgium
        yield date(year, month, day)


@cache
def holidays(year: int) -> frozenset[date]:
    """Algemene termijnenwet, art. 3 (Netherlands); Royal Decree of 18 April 1974 (Belgium)."""
    return frozenset(_holidays(year))


def is_working_day(day: date) -> bool:
    return day.weekday() < SATURDAY and day not in holidays(day.year)


def after_working_days(start: date, days: int) -> date:
    """The day that is this many working days after `start`, which does not count itself."""
    day = start
    while days > 0:
        day += A_DAY
        days -= is_working_day(day)
    return day
