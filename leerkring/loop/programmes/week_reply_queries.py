"""Who of a plan said that they can or cannot, and who must still say it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from leerkring.loop.programmes.models import HalfDay, WeekPerson, WeekPlan, WeekReply
from leerkring.loop.programmes.notices import members_of
from leerkring.loop.programmes.week_queries import name_of, plan_in_force, proposal, starts_at

YES, NO = str(WeekReply.Says.YES), str(WeekReply.Says.NO)


@dataclass(frozen=True)
class Duty:
    """What one person has to do at a half-day of a plan: `what` says it, `says` is their answer."""

    half_day: HalfDay
    what: str
    says: str


@dataclass(frozen=True)
class PersonLine:
    """A facilitator or chair, with what they cannot do or did not answer.

    `is_solved`: in the proposal that waits they need not come there any more.
    """

    person: WeekPerson
    duties: tuple[Duty, ...]
    is_solved: bool = False


@dataclass(frozen=True)
class TeamLine:
    participation: int
    name: str
    yes: int
    no: int
    silent: int


@dataclass(frozen=True)
class Answers:
    """What came back of the plan in force, about moments that are still to come."""

    cannot: tuple[PersonLine, ...]
    silent: tuple[PersonLine, ...]
    teams: tuple[TeamLine, ...]

    @property
    def are_complete(self) -> bool:
        return not self.cannot and not self.silent


Said = dict[tuple[Any, ...], str]


def said_of(plan: WeekPlan) -> Said:
    """By («s», session, person, moment) or («d», half-day, person, moment): yes or no."""
    teams = plan.programme.participations.exclude(session=None).values("session")
    about_sessions = WeekReply.objects.filter(session__in=teams)
    about_halves = WeekReply.objects.filter(half_day__programme=plan.programme_id)
    columns = ("session", "half_day", "person", "starts_at", "says")
    return {
        ("s" if session else "d", session or half, person, at): says
        for session, half, person, at, says in (about_sessions | about_halves).values_list(*columns)
    }


def answers_to(plan: WeekPlan, now: datetime | None = None) -> Answers:
    """What people said to the mails about a plan; `now` is the moment from which it counts."""
    since, said = now or timezone.now(), said_of(plan)
    sessions = [
        one
        for one in plan.sessions.select_related(
            "participation__team", "half_day", "facilitator__person"
        ).order_by("half_day__day", "half_day__part", "participation__team__name")
        if starts_at(one.half_day) > since and one.participation.session_id
    ]
    duties: dict[WeekPerson, list[Duty]] = {}
    for one in sessions:
        key = ("s", one.participation.session_id, one.facilitator.person_id)
        answer = said.get((*key, starts_at(one.half_day)), "")
        duty = Duty(one.half_day, f"{one.participation.team}, {name_of(one.half_day)}", answer)
        duties.setdefault(one.facilitator, []).append(duty)
    used = {one.half_day_id for one in sessions}
    for chair in plan.chairs.select_related("person__person", "half_day"):
        if chair.half_day_id in used:
            at = starts_at(chair.half_day)
            answer = said.get(("d", chair.half_day_id, chair.person.person_id, at), "")
            duty = Duty(chair.half_day, f"voorzitten, {name_of(chair.half_day)}", answer)
            duties.setdefault(chair.person, []).append(duty)
    busy = _busy(proposal(plan.programme))
    lines = sorted(
        ((one, mine) for one, mine in duties.items() if one.person_id), key=lambda x: str(x[0])
    )
    return Answers(
        cannot=tuple(_lines(lines, NO, busy)),
        silent=tuple(_lines(lines, "", None)),
        teams=tuple(_teams(sessions, said)),
    )


def _lines(
    duties: Iterable[tuple[WeekPerson, list[Duty]]], says: str, busy: set[tuple[int, int]] | None
) -> Iterable[PersonLine]:
    for person, mine in duties:
        these = tuple(duty for duty in mine if duty.says == says)
        if these:
            left = busy is None or any((person.pk, d.half_day.pk) in busy for d in these)
            yield PersonLine(person, these, is_solved=not left)


def _busy(waits: WeekPlan | None) -> set[tuple[int, int]] | None:
    """(person, half-day) of everybody who leads or chairs in a proposal."""
    if waits is None:
        return None
    return set(waits.sessions.values_list("facilitator", "half_day")) | set(
        waits.chairs.values_list("person", "half_day")
    )


def _teams(sessions: Iterable[Any], said: Said) -> Iterable[TeamLine]:
    rows = list(sessions)
    members = members_of(one.participation.team_id for one in rows)
    for one in sorted(rows, key=lambda row: row.participation.team.name):
        at, session = starts_at(one.half_day), one.participation.session_id
        mine = members.get(one.participation.team_id, set())
        heard = [said.get(("s", session, person, at), "") for person in mine]
        yes, no = heard.count(YES), heard.count(NO)
        yield TeamLine(
            one.participation_id, one.participation.team.name, yes, no, len(heard) - yes - no
        )


def cannot_at(person: WeekPerson) -> list[HalfDay]:
    """The half-days of the plan in force at which somebody said that they cannot."""
    plan = plan_in_force(person.programme)
    lines = answers_to(plan).cannot if plan else ()
    return [d.half_day for line in lines if line.person == person for d in line.duties]
