"""Who of a plan said that they can or cannot, and who must still say it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils import timezone

from leerkring.loop.programmes.models import (
    HalfDay,
    PlannedChair,
    PlannedSession,
    WeekPerson,
    WeekPlan,
    WeekReply,
)
from leerkring.loop.programmes.notices import members_of
from leerkring.loop.programmes.week_answers import Answers, Duty, PersonLine, TeamLine, Unasked
from leerkring.loop.programmes.week_queries import name_of, plan_in_force, proposal, starts_at

YES, NO = str(WeekReply.Says.YES), str(WeekReply.Says.NO)
NO_SCRIPT = (
    "Deze teams hebben nog geen draaiboek: hun peiling is nog niet afgerond. "
    "Is die klaar, dan gaat de vraag vanzelf uit."
)
NO_ACCOUNT = "Hun account is weg. Wijs iemand anders aan."
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
        if starts_at(one.half_day) > since
    ]
    duties: dict[WeekPerson, list[Duty]] = {}
    for one in sessions:
        duties.setdefault(one.facilitator, []).append(_leading(one, said))
    used = {one.half_day_id for one in sessions}
    for chair in plan.chairs.select_related("person__person", "half_day"):
        if chair.half_day_id in used:
            duties.setdefault(chair.person, []).append(_chairing(chair, said))
    busy = _busy(proposal(plan.programme))
    lines = sorted(duties.items(), key=lambda x: str(x[0]))
    whys = ((why, tuple(_lines(lines, "", None, unasked=why))) for why in (NO_SCRIPT, NO_ACCOUNT))
    return Answers(
        can=tuple(_lines(lines, YES, None)),
        cannot=tuple(_lines(lines, NO, busy)),
        silent=tuple(_lines(lines, "", None)),
        unasked=tuple(Unasked(why, people) for why, people in whys if people),
        teams=tuple(_teams([one for one in sessions if one.participation.session_id], said)),
    )


def _leading(one: PlannedSession, said: Said) -> Duty:
    who, session = one.facilitator.person_id, one.participation.session_id
    answer = said.get(("s", session, who, starts_at(one.half_day)), "")
    unasked = NO_ACCOUNT if who is None else "" if session else NO_SCRIPT
    what = f"{one.participation.team}, {name_of(one.half_day)}"
    return Duty(one.half_day, what, "" if unasked else answer, unasked)


def _chairing(one: PlannedChair, said: Said) -> Duty:
    """A chair is asked about the half-day itself, whatever the teams of it have ready."""
    who, half = one.person.person_id, one.half_day
    answer = said.get(("d", half.pk, who, starts_at(half)), "")
    unasked = NO_ACCOUNT if who is None else ""
    return Duty(half, f"voorzitten, {name_of(half)}", "" if unasked else answer, unasked)


def _lines(
    duties: Iterable[tuple[WeekPerson, list[Duty]]],
    says: str,
    busy: set[tuple[int, int]] | None,
    unasked: str = "",
) -> Iterable[PersonLine]:
    for person, mine in duties:
        these = tuple(duty for duty in mine if (duty.says, duty.unasked) == (says, unasked))
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
