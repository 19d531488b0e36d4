"""A plan of the week as a grid: a row for each facilitator or room, a column for each half-day."""

from dataclasses import dataclass

from leerkring.loop.programmes.models import HalfDay, PlannedSession, WeekPerson, WeekPlan, WeekRoom
from leerkring.loop.programmes.week_queries import Basis, basis_of, name_of, timetable_of
from leerkring.practice.planning.clashes import all_clashes


@dataclass(frozen=True)
class Column:
    half_day: HalfDay
    name: str
    chair: str


@dataclass(frozen=True)
class Cell:
    """A half-day of somebody or of a room: its session, and what is wrong with that."""

    key: str
    column: Column
    session: PlannedSession | None
    clashes: tuple[str, ...] = ()


@dataclass(frozen=True)
class GridRow:
    name: str
    note: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Grid:
    """`unplaced`: (participation, team, reason) of who has no place."""

    columns: tuple[Column, ...]
    rows: tuple[GridRow, ...]
    unplaced: tuple[tuple[int, str, str], ...]
    by_room: bool


def grid_of(plan: WeekPlan, *, by_room: bool = False) -> Grid:
    """What stands where, with what is wrong with it."""
    basis = basis_of(plan.programme)
    columns, wrong = _columns(plan, basis), _wrong(plan, basis)
    sessions = {
        (one.room_id if by_room else one.facilitator_id, one.half_day_id): one
        for one in plan.sessions.select_related(
            "participation__team", "facilitator__person", "room"
        )
    }
    rows = []
    for owner in _owners(plan, by_room, {pk for pk, _ in sessions}):
        here = [(column, sessions.get((owner.pk, column.half_day.pk))) for column in columns]
        cells = tuple(
            Cell(
                f"{owner.pk}-{column.half_day.pk}",
                column,
                one,
                wrong.get(one.participation_id, ()) if one else (),
            )
            for column, one in here
        )
        rows.append(GridRow(str(owner), _note(owner), cells))
    named = {int(team.key): str(team) for team in basis.week.teams}
    unplaced = tuple((pk, named[pk], why) for pk, why in plan.unplaced if pk in named)
    return Grid(columns, tuple(rows), unplaced, by_room)


def _owners(plan: WeekPlan, by_room: bool, planned: set[int]) -> list[WeekPerson | WeekRoom]:
    if by_room:
        return list(plan.programme.week_rooms.all())
    people = plan.programme.week_people.select_related("person")
    return [one for one in people if one.most or one.pk in planned]


def _note(owner: WeekPerson | WeekRoom) -> str:
    if isinstance(owner, WeekRoom):
        return f"{owner.seats} plaatsen" if owner.seats else ""
    return ", ".join(str(skill).capitalize() for skill in owner.skills)


def _columns(plan: WeekPlan, basis: Basis) -> tuple[Column, ...]:
    chairs = {c.half_day_id: str(c.person) for c in plan.chairs.select_related("person__person")}
    return tuple(Column(h, name_of(h), chairs.get(h.pk, "")) for h in basis.half_days)


def _wrong(plan: WeekPlan, basis: Basis) -> dict[int, tuple[str, ...]]:
    wrong: dict[int, tuple[str, ...]] = {}
    for clash in all_clashes(basis.week, timetable_of(plan, basis).placements):
        team = int(clash.team)
        wrong[team] = (*wrong.get(team, ()), clash.sentence)
    return wrong
