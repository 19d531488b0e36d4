"""How moments stand on paper: by month and day in a list, by week in a month."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Protocol

from leerkring.foundation.calendar.moments import Moment

# What lasts longer is told once above a month, and not again on every day.
A_WEEK = 7


class Shown(Protocol):
    """Anything that carries a moment."""

    @property
    def moment(self) -> Moment: ...


@dataclass(frozen=True)
class Day:
    """One day with what is on it; `goes_on`: what began on an earlier day."""

    date: date
    begins: tuple[Shown, ...]
    goes_on: tuple[Shown, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.begins and not self.goes_on


@dataclass(frozen=True)
class Month:
    """A month in a list: its first day, and the days on which something begins."""

    first: date
    days: tuple[Day, ...]


@dataclass(frozen=True)
class Sheet:
    """A month in a table: weeks from Monday, with None outside the month.

    running  what lasts longer than a week and touches this month
    """

    first: date
    weeks: tuple[tuple[Day | None, ...], ...]
    running: tuple[Shown, ...]

    @property
    def is_empty(self) -> bool:
        days = (day for week in self.weeks for day in week if day)
        return not self.running and all(day.is_empty for day in days)


def lasts_long(moment: Moment) -> bool:
    return (moment.last_day - moment.first_day).days >= A_WEEK


def by_month(entries: Iterable[Shown]) -> list[Month]:
    """Entries in order of their start, under the month and the day on which they begin."""
    days = [
        Day(day, tuple(group))
        for day, group in groupby(entries, key=lambda entry: entry.moment.first_day)
    ]
    return [
        Month(first, tuple(group))
        for first, group in groupby(days, key=lambda day: day.date.replace(day=1))
    ]


def month_after(first: date, months: int = 1) -> date:
    """The first day of the month that is so many months further on."""
    count = first.year * 12 + first.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def sheet_of(first: date, entries: Sequence[Shown]) -> Sheet:
    """The month that begins on `first`, with the entries that touch it."""
    after = month_after(first)
    running = tuple(entry for entry in entries if lasts_long(entry.moment))
    begins: dict[date, list[Shown]] = {}
    goes_on: dict[date, list[Shown]] = {}
    for entry in entries:
        moment = entry.moment
        if lasts_long(moment):
            continue
        begins.setdefault(moment.first_day, []).append(entry)
        for number in range(1, (moment.last_day - moment.first_day).days + 1):
            goes_on.setdefault(moment.first_day + timedelta(days=number), []).append(entry)
    monday = first - timedelta(days=first.weekday())
    weeks: list[tuple[Day | None, ...]] = []
    while monday < after:
        days = [monday + timedelta(days=number) for number in range(7)]
        weeks.append(
            tuple(
                Day(day, tuple(begins.get(day, ())), tuple(goes_on.get(day, ())))
                if first <= day < after
                else None
                for day in days
            )
        )
        monday += timedelta(days=7)
    return Sheet(first, tuple(weeks), running)
