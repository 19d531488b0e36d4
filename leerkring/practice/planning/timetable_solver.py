"""Planning a week: the best timetable within a time, and how good it is at worst."""

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from leerkring.practice.planning.pin_clashes import without_clashing_pins
from leerkring.practice.planning.timetable import Placement, Timetable, Unplaced, Week
from leerkring.practice.planning.timetable_costs import PINNED_UNPLACED, cost_of
from leerkring.practice.planning.timetable_reasons import reasons
from leerkring.practice.planning.timetable_start import first_timetable

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from leerkring.practice.planning.timetable_model import WeekModel

# With more than this many (team, facilitator, half-day)s CP-SAT proves nothing in a minute: of 200
# teams it found 31 and no bound, HiGHS 6 and the proof, in 14 s of a processor. When one of 66
# facilitators was ill it changed up to 104 sessions in half a minute; HiGHS proves one in 3 s.
LARGE = 15_000


class Answer(Protocol):
    """What a solver found."""

    @property
    def objective_value(self) -> float: ...

    @property
    def best_objective_bound(self) -> float: ...

    def boolean_value(self, var: Any) -> bool: ...


def plan_week(week: Week, *, seconds: float = 10.0, seed: int = 1, workers: int = 1) -> Timetable:
    """The cheapest timetable (`timetable_costs.cost_of`) that is found in `seconds`.

    There always is one: who cannot be placed is named, with the reason. With one worker the same
    week gives the same timetable, unless time runs out.
    """
    started = time.perf_counter()
    open_week, clashing = without_clashing_pins(week)
    from leerkring.practice.planning import timetable_model as model  # takes seconds to import

    begin = first_timetable(open_week)
    made = model.build(open_week)
    hint(made, *begin)
    solver = solve(made, seconds=seconds, seed=seed, workers=workers)
    cost = cost_of(open_week, *begin)
    if solver is None or solver.objective_value > cost:
        placements, chairs = [*begin[0]], tuple(begin[1])
    else:
        placements, chairs = model.placements_in(made, solver), chairs_in(made, solver)
        cost = round(solver.objective_value)
    lost = len(clashing) * PINNED_UNPLACED
    return Timetable(
        tuple(placements),
        chairs,
        unplaced_of(week, open_week, placements, clashing),
        cost=cost + lost,
        bound=(_whole(solver.best_objective_bound) if solver else 0) + lost,
        seconds=time.perf_counter() - started,
    )


def hint(
    made: "WeekModel", placements: Sequence[Placement], chairs: Sequence[tuple[int, str]]
) -> None:
    """Where the search begins."""
    at = {(p.team, p.facilitator, p.half_day) for p in placements}
    rooms = {(p.team, p.half_day): p.room for p in placements}
    placed = {p.team for p in placements}
    for place, var in made.x.items():
        made.model.add_hint(var, place in at)
    for name, var in made.out.items():
        made.model.add_hint(var, name not in placed)
    for (team, n, half_day), var in made.y.items():
        named = rooms.get((team, half_day))
        made.model.add_hint(var, any(room.key == named for room in made.classes[n].rooms))
    for (key, half_day), var in made.c.items():
        made.model.add_hint(var, (half_day, key) in chairs)


def solve(made: "WeekModel", *, seconds: float, seed: int, workers: int) -> Answer | None:
    """Minimise the terms of a model, with the solver that suits its size; None when nothing at all
    was found in time."""
    if len(made.x) > LARGE:
        from leerkring.practice.planning.timetable_highs import solve_with_highs

        found = solve_with_highs(made.model, made.terms, seconds=seconds)
        if found is not None:
            return found
    return _solve_with_cp_sat(made, seconds=seconds, seed=seed, workers=workers)


def _solve_with_cp_sat(
    made: "WeekModel", *, seconds: float, seed: int, workers: int
) -> "cp_model.CpSolver | None":
    from ortools.sat.python import cp_model

    made.model.minimize(sum(weight * var for weight, var in made.terms))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.random_seed = seed
    solver.parameters.num_workers = workers
    solver.parameters.linearization_level = 2  # three times as fast here, measured
    status = solver.solve(made.model)
    return solver if status in (cp_model.OPTIMAL, cp_model.FEASIBLE) else None


def _whole(bound: float) -> int:
    """Costs are whole numbers, so a bound may be rounded up."""
    return int(-(-(bound - 1e-6) // 1))


def chairs_in(made: "WeekModel", solver: Answer) -> tuple[tuple[int, str], ...]:
    """The chairs of half-days that have sessions."""
    meeting = {h for (_, _, h), var in made.x.items() if solver.boolean_value(var)}
    found = [(h, key) for (key, h), var in made.c.items() if solver.boolean_value(var)]
    return tuple(sorted((h, key) for h, key in found if h in meeting))


def unplaced_of(
    week: Week, open_week: Week, placements: Sequence[Placement], clashing: dict[str, str]
) -> tuple[Unplaced, ...]:
    why = {**reasons(open_week, placements), **clashing}
    return tuple(Unplaced(team, why[team]) for team in week.team if team in why)
