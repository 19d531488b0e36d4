"""Where a team could meet, and what would be wrong there: for the page of a team and the grid."""

from collections.abc import Mapping
from dataclasses import dataclass

from leerkring.loop.programmes.models import HalfDay, Programme, WeekPlan, WeekRoom
from leerkring.loop.programmes.week_queries import basis_of, name_of, timetable_of
from leerkring.practice.planning.clashes import Clash, clashes_at
from leerkring.practice.planning.timetable import Placement, Week


@dataclass(frozen=True)
class Place:
    """A room at a half-day, and what would be wrong with a session there."""

    room: WeekRoom
    clashes: tuple[str, ...]
    is_possible: bool


@dataclass(frozen=True)
class PlaceRow:
    half_day: HalfDay
    name: str
    cells: tuple[Place, ...]


def places_for(plan: WeekPlan | None, programme: Programme, team: int, lead: int) -> list[PlaceRow]:
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
            possible = is_possible(found) and others.get(str(team)) != wanted
            cells.append(Place(room, tuple(clash.sentence for clash in found), possible))
        rows.append(PlaceRow(half, name_of(half), tuple(cells)))
    return rows


def is_possible(found: tuple[Clash, ...]) -> bool:
    return not any(clash.kind.is_impossible for clash in found)


@dataclass(frozen=True)
class Slot:
    """A cell of the grid to which a card may go: `place` is «half-day room facilitator»."""

    cell: str
    place: str
    clashes: tuple[str, ...]
    is_possible: bool


def slots_for(
    plan: WeekPlan | None, programme: Programme, team: int, *, by_room: bool
) -> list[Slot]:
    """Each cell of the grid for this team, with the best of what the grid does not show.

    In the row of a facilitator the room stays where that can be, in that of a room the facilitator.
    """
    basis = basis_of(programme)
    week, others = basis.week, timetable_of(plan, basis).of if plan else {}
    now = others.get(str(team))
    slots = []
    for row in [room.key for room in week.rooms] if by_room else list(week.facilitator):
        for n, half in enumerate(basis.half_days):
            best, found = _best(week, others, _wanted(week, str(team), n, row, by_room), now)
            if best is not None:
                place = f"{half.pk} {best.room} {best.facilitator}"
                words = tuple(clash.sentence for clash in found)
                slots.append(Slot(f"{row}-{half.pk}", place, words, is_possible(found)))
    return slots


def _wanted(week: Week, team: str, half_day: int, row: str, by_room: bool) -> list[Placement]:
    if by_room:
        leads = [one.key for one in week.facilitators if one.most]
        return [Placement(team, half_day, lead, row) for lead in leads]
    return [Placement(team, half_day, row, room.key) for room in week.rooms]


def _best(
    week: Week, others: Mapping[str, Placement], wanted: list[Placement], now: Placement | None
) -> tuple[Placement | None, tuple[Clash, ...]]:
    """The one with the least wrong; of two, the one that changes less."""
    rated = [(placement, clashes_at(week, others, placement)) for placement in wanted]

    def cost(one: tuple[Placement, tuple[Clash, ...]]) -> tuple[bool, int, int]:
        placement, found = one
        other = 2
        if now is not None:
            other = (placement.room != now.room) + (placement.facilitator != now.facilitator)
        return not is_possible(found), len(found), other

    return min(rated, key=cost, default=(None, ()))
