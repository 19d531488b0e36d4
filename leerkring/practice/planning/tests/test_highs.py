"""Two solvers of one model: they agree about the cost, and what HiGHS finds is a timetable."""

import pytest

from leerkring.practice.planning import timetable_model as model
from leerkring.practice.planning import timetable_solver
from leerkring.practice.planning.clashes import all_clashes
from leerkring.practice.planning.tests.weeks import big_week, tiny_week
from leerkring.practice.planning.timetable import Timetable
from leerkring.practice.planning.timetable_costs import cost_of
from leerkring.practice.planning.timetable_highs import solve_with_highs
from leerkring.practice.planning.timetable_solver import plan_week


@pytest.mark.parametrize("seed", range(4))
def test_a_small_week_costs_the_same_with_either_solver(seed: int) -> None:
    week = tiny_week(seed)
    made = model.build(week)
    found = solve_with_highs(made.model, made.terms, seconds=10)
    assert found is not None
    assert round(found.objective_value) == plan_week(week).cost
    assert found.best_objective_bound == pytest.approx(found.objective_value)


def test_a_large_week_is_planned_with_proof_and_breaks_no_rule(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    week = big_week(3, teams=24, leads=8, rooms=4)
    monkeypatch.setattr(timetable_solver, "LARGE", 0)
    found = plan_week(week, seconds=30)
    assert found.is_proven and found.gap == 0
    assert len(found.placements) + len(found.unplaced) == 24
    assert not all_clashes(week, found.placements)
    assert found.cost == cost_of(week, found.placements, found.chairs)


def test_the_gap_is_a_share_of_the_bound() -> None:
    assert Timetable((), cost=202, bound=200).gap == pytest.approx(0.01)
    assert Timetable((), cost=3, bound=0).gap == 3
