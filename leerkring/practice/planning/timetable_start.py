"""A first timetable, made in one go: the most difficult team first, at its cheapest place.

The search begins from it, and where time runs out before anything better is found it is the answer.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from leerkring.practice.planning import timetable_costs as costs
from leerkring.practice.planning.timetable import Placement, Room, Week
from leerkring.practice.planning.timetable_options import (
    most_sessions,
    options,
    pin_of,
    rooms_at,
)

SCARCE = 3.0  # how much a facilitator with little room left is spared


@dataclass
class Taken:
    """What the teams that have a place took."""

    leads: set[tuple[str, int]] = field(default_factory=set)
    rooms: set[tuple[str, int]] = field(default_factory=set)
    led: Counter[str] = field(default_factory=Counter)
    at: Counter[int] = field(default_factory=Counter)


def first_timetable(week: Week) -> tuple[list[Placement], list[tuple[int, str]]]:
    """Sessions, in the order of the week, and chairs for the half-days with sessions."""
    chairs = _chairs(week)
    open_to: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for team, lead, half_day in options(week):
        chairless = week.chairs and half_day not in chairs
        if chairless and pin_of(week, week.team[team]).half_day is None:
            continue
        if chairs.get(half_day) != lead:
            open_to[team].append((lead, half_day))
    taken, placed = Taken(), {}
    row = dict(costs.neighbours(week))
    beside = {**row, **{second: first for first, second in row.items()}}
    for key in sorted(open_to, key=lambda key: (key not in week.pin, len(open_to[key]))):
        choice = _cheapest(week, key, open_to[key], taken, beside)
        if choice is None:
            continue
        placed[key] = choice
        taken.leads.add((choice.facilitator, choice.half_day))
        taken.rooms.add((choice.room, choice.half_day))
        taken.led[choice.facilitator] += 1
        taken.at[choice.half_day] += 1
    return (
        [placed[key] for key in week.team if key in placed],
        sorted((h, key) for h, key in chairs.items() if taken.at[h]),
    )


def _cheapest(
    week: Week, key: str, open_to: list[tuple[str, int]], taken: Taken, beside: dict[int, int]
) -> Placement | None:
    team, share = week.team[key], costs.even_share(week)
    best: tuple[float, Placement] | None = None
    for lead, half_day in open_to:
        one = week.facilitator[lead]
        most = most_sessions(week, one)
        if (lead, half_day) in taken.leads or taken.led[lead] >= most:
            continue
        room = _room(week, key, half_day, taken)
        if room is None:
            continue
        cost: float = costs.wish_cost(team, one, half_day) + costs.travel_cost(team, room)
        cost += costs.IN_A_ROW * ((lead, beside.get(half_day, -1)) in taken.leads)
        cost += costs.CROWDED * (taken.at[half_day] >= share)
        cost += SCARCE * taken.led[lead] / most + len(one.skills) / 10
        if best is None or cost < best[0]:
            best = cost, Placement(key, half_day, lead, room.key)
    return best and best[1]


def _room(week: Week, key: str, half_day: int, taken: Taken) -> Room | None:
    """The smallest one nearby."""
    team = week.team[key]
    free = [r for r in rooms_at(week, team, half_day) if (r.key, half_day) not in taken.rooms]
    return min(
        free, key=lambda room: (costs.travel_cost(team, room), room.seats or 999), default=None
    )


def _chairs(week: Week) -> dict[int, str]:
    """One for every half-day that can have one: those with the fewest choices first."""
    chairs: dict[int, str] = {}
    spare = {chair.key: chair.most for chair in week.chairs}
    able = {
        h: [chair for chair in week.chairs if h in chair.free] for h in range(len(week.half_days))
    }
    for half_day in sorted(able, key=lambda h: len(able[h])):
        day = week.half_days[half_day].day
        here = {key for h, key in chairs.items() if week.half_days[h].day == day}
        free = [chair for chair in able[half_day] if spare[chair.key]]
        if not free:
            continue
        chosen = min(free, key=lambda c: (c.key not in here, c.key in week.facilitator))
        chairs[half_day] = chosen.key
        spare[chosen.key] -= 1
    return chairs
