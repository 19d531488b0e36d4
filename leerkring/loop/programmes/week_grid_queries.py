"""A plan of the week as a grid of half-days and rooms, and what differs from the one in force."""

from dataclasses import dataclass

from leerkring.loop.programmes.models import HalfDay, PlannedSession, Programme, WeekPlan, WeekRoom
from leerkring.loop.programmes.week_queries import (
    Basis,
    basis_of,
    name_of,
    timetable_of,
)
from leerkring.practice.planning.clashes import all_clashes, clashes_at
from leerkring.practice.planning.timetable import Placement
from leerkring.practice.planning.timetable_changes import Call, calls, changes


@dataclass(frozen=True)
class Cell:
    """A room at a half-day: its session, or what would be wrong with one (`clashes`)."""

    room: WeekRoom
    session: PlannedSession | None
    clashes: tuple[str, ...] = ()
    is_possible: bool = True


@dataclass(frozen=True)
class GridRow:
    half_day: HalfDay
    name: str
    chair: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Grid:
    """`unplaced`: (participation, team, reason) of who has no place."""

    rooms: tuple[WeekRoom, ...]
    rows: tuple[GridRow, ...]
    unplaced: tuple[tuple[int, str, str], ...]


def grid_of(plan: WeekPlan) -> Grid:
    """What stands where, with what is wrong with it."""
    basis = basis_of(plan.programme)
    wrong: dict[int, tuple[str, ...]] = {}
    for clash in all_clashes(basis.week, timetable_of(plan, basis).placements):
        team = int(clash.team)
        wrong[team] = (*wrong.get(team, ()), clash.sentence)
    sessions = {
        (one.half_day_id, one.room_id): one
        for one in plan.sessions.select_related("participation__team", "facilitator__person")
    }
    chairs = {c.half_day_id: str(c.person) for c in plan.chairs.select_related("person__person")}
    rooms = tuple(plan.programme.week_rooms.all())
    rows = []
    for half in basis.half_days:
        here = [(room, sessions.get((half.pk, room.pk))) for room in rooms]
        cells = tuple(
            Cell(room, one, wrong.get(one.participation_id, ()) if one else ())
            for room, one in here
        )
        rows.append(GridRow(half, name_of(half), chairs.get(half.pk, ""), cells))
    named = {int(team.key): str(team) for team in basis.week.teams}
    unplaced = tuple((pk, named[pk], why) for pk, why in plan.unplaced if pk in named)
    return Grid(rooms, tuple(rows), unplaced)


def places_for(plan: WeekPlan | None, programme: Programme, team: int, lead: int) -> list[GridRow]:
    """Every place for a team with this facilitator, with what would be wrong there."""
    basis = basis_of(programme)
    others = timetable_of(plan, basis).of if plan else {}
    rooms = list(programme.week_rooms.all())
    rows = []
    for n, half in enumerate(basis.half_days):
        cells = []
        for room in rooms:
            wanted = Placement(str(team), n, str(lead), str(room.pk))
            found = clashes_at(basis.week, others, wanted)
            possible = not any(clash.kind.is_impossible for clash in found)
            words = tuple(clash.sentence for clash in found)
            cells.append(Cell(room, None, words, possible and others.get(str(team)) != wanted))
        rows.append(GridRow(half, name_of(half), "", tuple(cells)))
    return rows


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
