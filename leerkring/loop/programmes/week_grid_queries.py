"""A plan of the week as a grid: a row for each facilitator or room, a column for each half-day."""

from dataclasses import dataclass

from leerkring.loop.programmes.models import HalfDay, PlannedSession, WeekPerson, WeekPlan, WeekRoom
from leerkring.loop.programmes.week_illness_queries import Illness, illness_in
from leerkring.loop.programmes.week_queries import (
    Basis,
    basis_of,
    name_of,
    plan_in_force,
    short_name_of,
    starts_at,
    timetable_of,
)
from leerkring.loop.programmes.week_reply_queries import Said, said_of
from leerkring.practice.planning.clashes import all_clashes
from leerkring.practice.planning.timetable_changes import changes


@dataclass(frozen=True)
class Column:
    half_day: HalfDay
    name: str
    short: str
    chair: WeekPerson | None
    says: str


@dataclass(frozen=True)
class Cell:
    """A half-day of somebody or of a room: its session, and what is wrong with that.

    `name` is that of the team, without the word that all of them begin with. `is_changed`: in the
    plan that is in force it stands otherwise. `says`: what the facilitator answered.
    """

    key: str
    column: Column
    session: PlannedSession | None
    clashes: tuple[str, ...] = ()
    name: str = ""
    is_changed: bool = False
    says: str = ""


@dataclass(frozen=True)
class GridRow:
    """`person` is the number of the facilitator of whom it is; `illness` is theirs."""

    name: str
    note: str
    person: int | None
    cells: tuple[Cell, ...]
    illness: Illness | None = None


@dataclass(frozen=True)
class Grid:
    """`unplaced`: (participation, team, reason) of who has no place."""

    columns: tuple[Column, ...]
    rows: tuple[GridRow, ...]
    unplaced: tuple[tuple[int, str, str], ...]
    by_room: bool

    @property
    def has_ill(self) -> bool:
        return any(row.illness for row in self.rows)


def grid_of(plan: WeekPlan, *, by_room: bool = False) -> Grid:
    """What stands where, with what is wrong with it."""
    basis = basis_of(plan.programme)
    said, wrong, changed = said_of(plan), _wrong(plan, basis), _changed(plan, basis)
    ill = {} if by_room else illness_in(plan.programme)
    columns = _columns(plan, basis, said)
    named = {int(team.key): str(team) for team in basis.week.teams}
    short = dict(zip(named, without_first_word(list(named.values())), strict=True))
    sessions = {
        (one.room_id if by_room else one.facilitator_id, one.half_day_id): one
        for one in plan.sessions.select_related(
            "participation__team", "facilitator__person", "room", "half_day"
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
                short[one.participation_id] if one else "",
                one is not None and one.participation_id in changed,
                _answer(one, said) if one else "",
            )
            for column, one in here
        )
        person = owner.pk if isinstance(owner, WeekPerson) else None
        illness = ill.get(owner.pk)
        rows.append(GridRow(str(owner), _note(owner), person, cells, illness))
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


def _answer(one: PlannedSession, said: Said) -> str:
    session, person = one.participation.session_id, one.facilitator.person_id
    return said.get(("s", session, person, starts_at(one.half_day)), "")


def _columns(plan: WeekPlan, basis: Basis, said: Said) -> tuple[Column, ...]:
    chairs = {c.half_day_id: c.person for c in plan.chairs.select_related("person__person")}
    return tuple(
        Column(h, name_of(h), short_name_of(h), chairs.get(h.pk), _chair_says(h, chairs, said))
        for h in basis.half_days
    )


def _chair_says(half: HalfDay, chairs: dict[int, WeekPerson], said: Said) -> str:
    chair = chairs.get(half.pk)
    return said.get(("d", half.pk, chair.person_id, starts_at(half)), "") if chair else ""


def without_first_word(names: list[str]) -> list[str]:
    """Names for narrow cells: what they all begin with says nothing there.

    >>> without_first_word(["Wijkteam Noord", "Wijkteam Oost"])
    ['Noord', 'Oost']
    >>> without_first_word(["Wijkteam Noord", "Buurtteam Oost"])
    ['Wijkteam Noord', 'Buurtteam Oost']
    """
    parts = [name.partition(" ") for name in names]
    is_shared = len(names) > 1 and len({first for first, _, _ in parts}) == 1
    return [rest for *_, rest in parts] if is_shared and all(r for *_, r in parts) else names


def _changed(plan: WeekPlan, basis: Basis) -> set[int]:
    """Teams that a proposal puts elsewhere than the plan in force does."""
    force = plan_in_force(plan.programme) if plan.accepted_at is None else None
    if force is None:
        return set()
    changed = changes(timetable_of(force, basis).of, timetable_of(plan, basis).of)
    return {int(one.team) for one in changed}


def _wrong(plan: WeekPlan, basis: Basis) -> dict[int, tuple[str, ...]]:
    wrong: dict[int, tuple[str, ...]] = {}
    for clash in all_clashes(basis.week, timetable_of(plan, basis).placements):
        team = int(clash.team)
        wrong[team] = (*wrong.get(team, ()), clash.sentence)
    return wrong
