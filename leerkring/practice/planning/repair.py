"""A facilitator is ill: the plan that changes as little as can be."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leerkring.practice.planning.pin_clashes import without_clashing_pins
from leerkring.practice.planning.timetable import Pin, Placement, Timetable, Week
from leerkring.practice.planning.timetable_changes import Call, Change, calls, changes
from leerkring.practice.planning.timetable_solver import chairs_in, solve, unplaced_of

if TYPE_CHECKING:
    from leerkring.practice.planning.timetable_model import WeekModel

# In the order of what hurts: a session that changes, a team that must come at another time, a
# facilitator or a chair who is replaced. Together they weigh less than a team without a place.
CHANGED, MOVED, ANOTHER_LEAD, ANOTHER_CHAIR = 60, 40, 10, 8
WISHES = 20  # wishes count for a twentieth, so that no wish is worth a telephone call


class NoTimeLeft(Exception):
    """Nothing was found in the time that was given."""


@dataclass(frozen=True)
class Repair:
    """The new timetable, what changed, and who must be called."""

    timetable: Timetable
    changes: tuple[Change, ...]
    calls: tuple[Call, ...]


def without(week: Week, ill: str, half_days: Iterable[int]) -> Week:
    """The week in which somebody neither leads nor chairs at these half-days, pins or not."""
    away = frozenset(half_days)
    return replace(
        week,
        facilitators=tuple(
            replace(one, free=one.free - away) if one.key == ill else one
            for one in week.facilitators
        ),
        chairs=tuple(
            replace(one, free=one.free - away) if one.key == ill else one for one in week.chairs
        ),
        pins=tuple(
            replace(pin, facilitator="")
            if pin.facilitator == ill and (pin.half_day is None or pin.half_day in away)
            else pin
            for pin in week.pins
        ),
    )


def frozen(week: Week, before: Sequence[Placement], first_open: int) -> Week:
    """The week in which what is over stays as it was: everything before half-day `first_open`."""
    over = [p for p in before if p.half_day < first_open]
    held = {p.team for p in over}
    return replace(
        week,
        teams=tuple(
            team
            if team.key in held
            else replace(team, cannot=team.cannot | frozenset(range(first_open)))
            for team in week.teams
        ),
        pins=(
            *(Pin(p.team, p.half_day, p.facilitator, p.room) for p in over),
            *(pin for pin in week.pins if pin.team not in held),
        ),
    )


def repair(
    week: Week,
    before: Timetable,
    *,
    ill: str,
    half_days: Iterable[int],
    first_open: int = 0,
    seconds: float = 10.0,
    seed: int = 1,
    workers: int = 1,
) -> Repair:
    """The timetable with the fewest changes to `before` in which `ill` is away at `half_days`.

    Who has a place keeps one where that can be; then the fewest sessions change, the fewest teams
    come at another time, the fewest people are replaced, and only then wishes count. Its `cost` and
    `bound` are of that, not of `plan_week`.
    Raises NoTimeLeft when nothing was found in `seconds`; then nothing has changed.
    """
    started = time.perf_counter()
    open_week = frozen(without(week, ill, half_days), before.placements, first_open)
    open_week, clashing = without_clashing_pins(open_week)
    from leerkring.practice.planning import timetable_model as model  # takes seconds to import

    made = model.build(open_week)
    _pay_for_changes(made, before)
    solver = solve(made, seconds=seconds, seed=seed, workers=workers)
    if solver is None:
        raise NoTimeLeft
    placements = model.placements_in(made, solver, before.of)
    after = Timetable(
        tuple(placements),
        chairs_in(made, solver),
        unplaced_of(week, open_week, placements, clashing),
        cost=round(solver.objective_value),
        bound=round(solver.best_objective_bound),
        seconds=time.perf_counter() - started,
    )
    changed = changes(before.of, after.of)
    return Repair(after, changed, calls(changed, ill=ill))


def _pay_for_changes(made: "WeekModel", before: Timetable) -> None:
    """Wishes become small, and each difference with `before` gets its price."""
    scaled = []
    out = {var.index for var in made.out.values()}
    for weight, var in made.terms:
        scaled.append((weight * WISHES if var.index in out else weight, var))
    made.terms = scaled
    for (team, lead, half_day), var in made.x.items():
        was = before.of.get(team)
        price = WISHES * _price(was, lead, half_day)
        if price:
            made.terms.append((price, var))
        if was:
            made.model.add_hint(var, (was.facilitator, was.half_day) == (lead, half_day))
    for (team, n, half_day), var in made.y.items():
        was = before.of.get(team)
        if was and was.half_day == half_day:
            stays = any(room.key == was.room for room in made.classes[n].rooms)
            if not stays:
                made.terms.append((WISHES * CHANGED, var))
    chairs = set(before.chairs)
    for (key, half_day), var in made.c.items():
        if (half_day, key) not in chairs:
            made.terms.append((WISHES * ANOTHER_CHAIR, var))


def _price(was: Placement | None, lead: str, half_day: int) -> int:
    if was is None or (was.facilitator, was.half_day) == (lead, half_day):
        return 0
    price = CHANGED + ANOTHER_LEAD * (was.facilitator != lead)
    return price + MOVED * (was.half_day != half_day)
