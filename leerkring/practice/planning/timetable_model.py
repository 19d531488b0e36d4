"""The week as a constraint model for CP-SAT. Only who solves imports this: it takes seconds.

Every team has a way out (no place, at a high cost), so there is always an answer.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from ortools.sat.python import cp_model

from leerkring.practice.planning import timetable_costs as costs
from leerkring.practice.planning.timetable import Placement, Room, Week
from leerkring.practice.planning.timetable_options import (
    RoomClass,
    most_sessions,
    options,
    pin_of,
    room_classes,
    rooms_at,
)

Var = cp_model.IntVar


@dataclass
class WeekModel:
    """x[team, facilitator, half-day], y[team, class of rooms, half-day], c[chair, half-day]."""

    week: Week
    model: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    x: dict[tuple[str, str, int], Var] = field(default_factory=dict)
    y: dict[tuple[str, int, int], Var] = field(default_factory=dict)
    c: dict[tuple[str, int], Var] = field(default_factory=dict)
    out: dict[str, Var] = field(default_factory=dict)
    classes: list[RoomClass] = field(default_factory=list)
    terms: list[tuple[int, Var]] = field(default_factory=list)

    def add_cost(self, weight: int, name: str) -> Var:
        """A new yes or no that costs `weight`."""
        var = self.model.new_bool_var(name)
        self.terms.append((weight, var))
        return var


def build(week: Week) -> WeekModel:
    """The model without its objective: see `timetable_solver.solve`."""
    made = WeekModel(week, classes=room_classes(week))
    _place_teams(made)
    _give_rooms(made)
    if week.chairs:
        _give_chairs(made)
    _avoid_a_row(made)
    _spread(made)
    return made


def _place_teams(made: WeekModel) -> None:
    week, model = made.week, made.model
    of_team, of_lead = defaultdict(list), defaultdict(list)
    at = defaultdict(list)
    for team, lead, half_day in options(week):
        var = made.x[team, lead, half_day] = model.new_bool_var("")
        of_team[team].append(var)
        of_lead[lead].append(var)
        at[lead, half_day].append(var)
        cost = costs.wish_cost(week.team[team], week.facilitator[lead], half_day)
        if cost:
            made.terms.append((cost, var))
    for team in week.team:
        made.out[team] = made.add_cost(costs.unplaced_cost(week, team), "")
        model.add_exactly_one([*of_team[team], made.out[team]])
    for one in week.facilitators:
        if of_lead[one.key]:
            model.add(sum(of_lead[one.key]) <= most_sessions(week, one))
    for same_time in at.values():
        model.add_at_most_one(same_time)


def _give_rooms(made: WeekModel) -> None:
    """As many sessions in a class of rooms as there are rooms; which room is told afterwards."""
    at: dict[tuple[str, int], list[Var]] = defaultdict(list)
    for (team, _, half_day), var in made.x.items():
        at[team, half_day].append(var)
    used: dict[tuple[int, int], list[Var]] = defaultdict(list)
    for (team, half_day), leads in at.items():
        open_rooms = set(rooms_at(made.week, made.week.team[team], half_day))
        here = [n for n, kind in enumerate(made.classes) if open_rooms.intersection(kind.rooms)]
        if len(here) == 1:
            used[here[0], half_day] += leads
            _pay_travel(made, team, here[0], leads)
            continue
        for n in here:
            var = made.y[team, n, half_day] = made.model.new_bool_var("")
            used[n, half_day].append(var)
            _pay_travel(made, team, n, [var])
        made.model.add(sum(made.y[team, n, half_day] for n in here) == sum(leads))
    for (n, half_day), sessions in used.items():
        made.model.add(sum(sessions) <= made.classes[n].free[half_day])


def _pay_travel(made: WeekModel, team: str, n: int, sessions: list[Var]) -> None:
    cost = costs.travel_cost(made.week.team[team], made.classes[n].rooms[0])
    if cost:
        made.terms += [(cost, var) for var in sessions]


def _give_chairs(made: WeekModel) -> None:
    """One chair where there are sessions; who chairs leads no session at that time."""
    week, model = made.week, made.model
    leading: dict[tuple[str, int], list[Var]] = defaultdict(list)
    meeting: dict[int, dict[str, list[Var]]] = defaultdict(lambda: defaultdict(list))
    for (team, lead, half_day), var in made.x.items():
        leading[lead, half_day].append(var)
        meeting[half_day][team].append(var)
    for chair in week.chairs:
        for half_day in sorted(chair.free):
            var = made.c[chair.key, half_day] = model.new_bool_var("")
            model.add_at_most_one([var, *leading[chair.key, half_day]])
        model.add(sum(v for (key, _), v in made.c.items() if key == chair.key) <= chair.most)
        for day in sorted({week.half_days[h].day for h in chair.free}):
            comes = made.add_cost(costs.ANOTHER_CHAIR, "")
            for half_day in sorted(chair.free):
                if week.half_days[half_day].day == day:
                    model.add_implication(made.c[chair.key, half_day], comes)
    for half_day, teams in meeting.items():
        chairs = [var for (_, h), var in made.c.items() if h == half_day]
        model.add(sum(chairs) <= 1)
        alone = made.add_cost(costs.NO_CHAIR, "")
        for team, sessions in teams.items():
            decided = pin_of(week, week.team[team]).half_day is not None
            model.add(sum(sessions) <= sum(chairs) + (alone if decided else 0))


def _avoid_a_row(made: WeekModel) -> None:
    at = defaultdict(list)
    for (_, lead, half_day), var in made.x.items():
        at[lead, half_day].append(var)
    for one in made.week.facilitators:
        for first, second in costs.neighbours(made.week):
            if at[one.key, first] and at[one.key, second]:
                row = made.add_cost(costs.IN_A_ROW, "")
                both = sum(at[one.key, first]) + sum(at[one.key, second])
                made.model.add(both <= 1 + row)


def _spread(made: WeekModel) -> None:
    share, most = costs.even_share(made.week), len(made.week.teams)
    at = defaultdict(list)
    for (_, _, half_day), var in made.x.items():
        at[half_day].append(var)
    for sessions in at.values():
        crowd = made.model.new_int_var(0, most, "")
        made.terms.append((costs.CROWDED, crowd))
        made.model.add(crowd >= sum(sessions) - share)


def placements_in(
    made: WeekModel, solver: Any, before: dict[str, Placement] | None = None
) -> list[Placement]:
    """What was found, with a room by name for each session: the one it had, where that can be."""
    found = [key for key, var in made.x.items() if solver.boolean_value(var)]
    kinds = {(t, h): n for (t, n, h), var in made.y.items() if solver.boolean_value(var)}
    return name_rooms(made.week, made.classes, found, kinds, before or {})


def name_rooms(
    week: Week,
    classes: list[RoomClass],
    found: list[tuple[str, str, int]],
    kinds: dict[tuple[str, int], int],
    before: dict[str, Placement],
) -> list[Placement]:
    """Give each session a room of its class: the one it had, else that of its facilitator."""
    taken: dict[int, set[str]] = defaultdict(set)
    last: dict[str, str] = {}
    named = {}

    def had(key: tuple[str, str, int]) -> bool:
        return key[0] in before and before[key[0]].half_day == key[2]

    for team, lead, half_day in sorted(found, key=lambda key: (key[2], not had(key))):
        forced = pin_of(week, week.team[team])
        n = kinds.get((team, half_day))
        open_classes = [classes[n]] if n is not None else [k for k in classes if team in k.teams]
        rooms: list[Room] = [
            room
            for kind in open_classes
            for room in kind.rooms
            if room.key not in taken[half_day]
            and (half_day in room.free or (forced.half_day == half_day and forced.room == room.key))
        ]
        was = before[team].room if had((team, lead, half_day)) else last.get(lead, "")
        room = next((room for room in rooms if room.key == was), rooms[0])
        taken[half_day].add(room.key)
        last[lead] = room.key
        named[team] = Placement(team, half_day, lead, room.key)
    return [named[team] for team in week.team if team in named]
