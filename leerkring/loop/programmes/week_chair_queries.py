"""What a day chair has to do with: the half-days of a plan, with who meets where."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from leerkring.foundation.calendar.moments import HOME, Moment
from leerkring.loop.programmes.models import PlannedChair, PlannedSession, WeekPlan
from leerkring.loop.programmes.week_queries import starts_at


@dataclass(frozen=True)
class ChairedSession:
    team: str
    room: str
    lead: str


@dataclass(frozen=True)
class ChairedHalf:
    """A half-day that somebody chairs. `key` is the number of its row."""

    key: int
    programme: str
    starts: datetime
    ends: datetime
    sessions: tuple[ChairedSession, ...]

    def moment(self, *, sequence: int = 0, cancelled: bool = False) -> Moment:
        """On a calendar: under one name in every file."""
        lines = [f"{one.team}: {one.room}, {one.lead}" for one in self.sessions]
        return Moment(
            uid=f"dagdeel-{self.key}-voorzitter",
            title=f"Dagvoorzitter {self.programme}",
            starts=self.starts.astimezone(HOME),
            ends=self.ends.astimezone(HOME),
            summary="\n".join(lines),
            sequence=sequence,
            cancelled=cancelled,
        )


Halves = tuple[ChairedHalf, ...]


def chaired_in(plan: WeekPlan | None) -> dict[int, Halves]:
    """What each chair of a plan chairs, by number of the person."""
    return _chaired(plan.chairs.all()) if plan else {}


def chaired_by(person: Any, first: date, last: date) -> list[ChairedHalf]:
    """What somebody chairs in plans that are in force, with two queries."""
    if not person.is_authenticated:
        return []
    force = WeekPlan.objects.accepted().filter(programme=OuterRef("plan__programme"))
    chairs = PlannedChair.objects.filter(
        person__person=person.pk,
        half_day__day__range=(first, last),
        plan=Subquery(force.values("pk")[:1]),
    )
    return list(_chaired(chairs).get(person.pk, ()))


def _chaired(chairs: QuerySet[PlannedChair]) -> dict[int, Halves]:
    rows = chairs.exclude(person__person=None).select_related(
        "half_day", "person", "plan__programme"
    )
    held = list(rows.order_by("half_day__day", "half_day__part", "pk"))
    there = _sessions_in({one.plan_id for one in held}, {one.half_day_id for one in held})
    found: dict[int, list[ChairedHalf]] = {}
    for one in held:
        sessions, programme = there.get((one.plan_id, one.half_day_id)), one.plan.programme
        starts = starts_at(one.half_day)
        if one.person.person_id and sessions:
            half = ChairedHalf(
                key=one.half_day_id,
                programme=str(programme),
                starts=starts,
                ends=starts + timedelta(minutes=programme.session_minutes),
                sessions=tuple(sessions),
            )
            found.setdefault(one.person.person_id, []).append(half)
    return {person: tuple(halves) for person, halves in found.items()}


def _sessions_in(plans: set[int], halves: set[int]) -> dict[tuple[int, int], list[ChairedSession]]:
    rows = PlannedSession.objects.filter(plan__in=plans, half_day__in=halves)
    rows = rows.select_related("participation__team", "room", "facilitator__person")
    found: dict[tuple[int, int], list[ChairedSession]] = {}
    for row in rows.order_by("room__name", "pk"):
        said = ChairedSession(str(row.participation.team), str(row.room), str(row.facilitator))
        found.setdefault((row.plan_id, row.half_day_id), []).append(said)
    return found


@dataclass(frozen=True)
class ChairNews:
    """Between what somebody knew and what is: `new` are half-days, `other` sessions."""

    now: Halves
    gone: Halves
    new: frozenset[int]
    other: frozenset[ChairedSession]


def news_between(before: Halves, now: Halves) -> ChairNews:
    known: Mapping[int, ChairedHalf] = {half.key: half for half in before}
    kept = {half.key for half in now}
    return ChairNews(
        now=now,
        gone=tuple(half for half in before if half.key not in kept),
        new=frozenset(kept - known.keys()),
        other=frozenset(
            one
            for half in now
            if half.key in known
            for one in half.sessions
            if one not in known[half.key].sessions
        ),
    )
