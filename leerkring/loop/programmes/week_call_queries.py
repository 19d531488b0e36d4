"""Who must be called about a plan: what differs from the one before it."""

from dataclasses import dataclass

from leerkring.loop.programmes.models import WeekPlan
from leerkring.loop.programmes.week_queries import Basis, basis_of, timetable_of
from leerkring.practice.planning.timetable import Placement
from leerkring.practice.planning.timetable_changes import Call, calls, changes


@dataclass(frozen=True)
class CallLine:
    """Somebody to be called, and what to tell them."""

    name: str
    is_team: bool
    sentences: tuple[str, ...]


def calls_for(plan: WeekPlan) -> list[CallLine]:
    """Who must hear by telephone what differs from the plan before: nobody if there was none."""
    before = plan.programme.week_plans.accepted().exclude(pk=plan.pk).first()
    if before is None:
        return []
    basis = basis_of(plan.programme)
    changed = changes(timetable_of(before, basis).of, timetable_of(plan, basis).of)
    ill = str(plan.request.ill_id or "") if plan.request else ""
    return [_line(call, basis) for call in calls(changed, ill=ill)]


def _line(call: Call, basis: Basis) -> CallLine:
    week = basis.week
    if call.is_team:
        now = f"wordt {_at(basis, call.won[0])}" if call.won else "gaat niet door"
        was = f" (was {_at(basis, call.lost[0])})" if call.lost else ""
        return CallLine(str(week.team[call.who]), True, (f"De sessie {now}{was}.",))
    gets = [f"Erbij: {week.team[p.team]}, {_at(basis, p)}." for p in call.won]
    loses = [f"Vervalt: {week.team[p.team]}, {_at(basis, p)}." for p in call.lost]
    return CallLine(str(week.facilitator[call.who]), False, (*gets, *loses))


def _at(basis: Basis, placement: Placement) -> str:
    return str(basis.week.half_days[placement.half_day])
