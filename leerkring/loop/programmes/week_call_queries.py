"""Who must be called about a plan: what differs from the one before it."""

from dataclasses import dataclass

from leerkring.loop.programmes.models import HalfDay, WeekPerson, WeekPlan
from leerkring.loop.programmes.week_queries import Basis, basis_of, name_of, timetable_of
from leerkring.practice.planning.timetable import Placement
from leerkring.practice.planning.timetable_changes import Call, calls, changes


@dataclass(frozen=True)
class CallLine:
    """Somebody to be called, and what to tell them."""

    name: str
    is_team: bool
    sentences: tuple[str, ...]
    email: str = ""


def calls_for(plan: WeekPlan) -> list[CallLine]:
    """Who must hear by telephone what differs from the plan before: nobody if there was none."""
    before = plan.programme.week_plans.accepted().exclude(pk=plan.pk).first()
    if before is None:
        return []
    basis = basis_of(plan.programme)
    changed = changes(timetable_of(before, basis).of, timetable_of(plan, basis).of)
    ill = plan.request.ill if plan.request else None
    people = plan.programme.week_people.exclude(person=None).values_list("pk", "person__email")
    emails = {str(pk): email for pk, email in people}
    found = calls(changed, ill=str(ill.pk) if ill else "")
    lines = [_line(call, basis, "" if call.is_team else emails.get(call.who, "")) for call in found]
    return [*lines, *_chairs(before, plan, ill)]


def _chairs(before: WeekPlan, plan: WeekPlan, ill: WeekPerson | None) -> list[CallLine]:
    """Who gets or loses a half-day to chair."""
    was, now = _chairing(before), _chairing(plan)
    lines = []
    for person in sorted({*was, *now} - ({ill} if ill else set()), key=str):
        gets = [half for half in now.get(person, ()) if half not in was.get(person, ())]
        loses = [half for half in was.get(person, ()) if half not in now.get(person, ())]
        said = [f"Zit voor: {', '.join(map(name_of, gets))}."] if gets else []
        said += [f"Zit niet meer voor: {', '.join(map(name_of, loses))}."] if loses else []
        if said:
            email = getattr(person.person, "email", "")
            lines.append(CallLine(str(person), False, tuple(said), email))
    return lines


def _chairing(plan: WeekPlan) -> dict[WeekPerson, list[HalfDay]]:
    found: dict[WeekPerson, list[HalfDay]] = {}
    rows = plan.chairs.select_related("person__person", "half_day")
    for one in rows.order_by("half_day__day", "half_day__part"):
        found.setdefault(one.person, []).append(one.half_day)
    return found


def _line(call: Call, basis: Basis, email: str) -> CallLine:
    week = basis.week
    if call.is_team:
        now = f"wordt {_at(basis, call.won[0])}" if call.won else "gaat niet door"
        was = f" (was {_at(basis, call.lost[0])})" if call.lost else ""
        return CallLine(str(week.team[call.who]), True, (f"De sessie {now}{was}.",))
    gets = [f"Erbij: {week.team[p.team]}, {_at(basis, p)}." for p in call.won]
    loses = [f"Vervalt: {week.team[p.team]}, {_at(basis, p)}." for p in call.lost]
    return CallLine(str(week.facilitator[call.who]), False, (*gets, *loses), email)


def _at(basis: Basis, placement: Placement) -> str:
    return f"{basis.week.half_days[placement.half_day]}, {basis.week.room[placement.room]}"
