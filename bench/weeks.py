"""The week: 42 and 200 teams, planned with proof, and repaired when a facilitator is ill.

Invented weeks of ten half-days, with skills, organisations, wishes, rooms and day chairs. Processor
time; HiGHS and CP-SAT each on one core. Beside a plan stands what somebody does with a list on the
table: each team in turn at the first half-day, with the first facilitator and in the first room
that fits. Beside a repair stands planning the whole week anew.
"""

import statistics
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from leerkring.practice.planning.repair import Repair, repair, without
from leerkring.practice.planning.tests.weeks import big_week
from leerkring.practice.planning.timetable import Placement, Timetable, Week
from leerkring.practice.planning.timetable_changes import changes
from leerkring.practice.planning.timetable_costs import UNPLACED, cost_of
from leerkring.practice.planning.timetable_options import options, rooms_at
from leerkring.practice.planning.timetable_solver import plan_week

SEEDS = range(5)
LOADS = {"spare": 0.75, "full": 1.0}
WALL = 300.0  # the clock may run on while others use the machine
Result = TypeVar("Result")


def timed(job: Callable[[], Result]) -> tuple[Result, float]:
    """What came of it, and the seconds of processor time."""
    begin = time.process_time()
    return job(), time.process_time() - begin


def by_hand(week: Week) -> int:
    """The cost of first come, first served; chairs are found beforehand, as `options` asks."""
    leads: set[tuple[str, int]] = set()
    rooms: set[tuple[str, int]] = set()
    led: Counter[str] = Counter()
    placed: dict[str, Placement] = {}
    chairs = {h: c.key for c in reversed(week.chairs) for h in c.free}
    for key, lead, half_day in sorted(options(week), key=lambda one: one[2]):
        most = week.facilitator[lead].most
        if key in placed or (lead, half_day) in leads or led[lead] >= most:
            continue
        free = [
            r for r in rooms_at(week, week.team[key], half_day) if (r.key, half_day) not in rooms
        ]
        if free:
            placed[key] = Placement(key, half_day, lead, free[0].key)
            leads.add((lead, half_day))
            rooms.add((free[0].key, half_day))
            led[lead] += 1
    met = {one.half_day for one in placed.values()}
    return cost_of(week, [*placed.values()], [(h, key) for h, key in chairs.items() if h in met])


def planned(name: str, load: float) -> tuple[dict[str, Any], list[tuple[Week, Timetable]]]:
    weeks = [big_week(seed, load=load) for seed in SEEDS]
    timings = [timed(partial(plan_week, week, seconds=WALL)) for week in weeks]
    plans, seconds = [plan for plan, _ in timings], [used for _, used in timings]
    cost = statistics.median(plan.cost for plan in plans)
    hand = [by_hand(week) for week in weeks]
    wishes = statistics.median(total % UNPLACED for total in hand)
    return {
        f"{name}_weeks": len(weeks),
        f"{name}_seconds": statistics.median(seconds),
        f"{name}_worst_seconds": max(seconds),
        f"{name}_all_proven_optimal": all(plan.is_proven for plan in plans),
        f"{name}_teams_without_place": sum(len(plan.unplaced) for plan in plans),
        f"{name}_cost": cost,
        f"{name}_teams_without_place_by_hand": sum(total // UNPLACED for total in hand),
        f"{name}_wishes_by_hand_ratio": wishes / max(cost, 1),
    }, list(zip(weeks, plans, strict=True))


def repaired(name: str, held: list[tuple[Week, Timetable]], every: int) -> dict[str, Any]:
    """Of every so many sessions the facilitator is ill for that half-day."""
    done: list[tuple[Repair, float]] = []
    anew, lost = [], 0
    for week, before in held:
        for ill in before.placements[::every]:
            found = timed(partial(ill_today, week, before, ill))
            lost += len(found[0].timetable.unplaced) > len(before.unplaced)
            done.append(found)
        first = before.placements[0]
        rest = without(week, first.facilitator, {first.half_day})
        anew.append(len(changes(before.of, plan_week(rest, seconds=WALL).of)))
    changed = [len(one.changes) for one, _ in done]
    seconds = [used for _, used in done]
    return {
        f"{name}_repairs": len(done),
        f"{name}_repair_seconds": statistics.median(seconds),
        f"{name}_repair_worst_seconds": max(seconds),
        f"{name}_repair_most_changes": max(changed),
        f"{name}_repair_teams_lost": lost,
        f"{name}_changes_when_planned_anew": statistics.median(anew),
        f"{name}_anew_changes_ratio": statistics.median(anew) / statistics.mean(changed),
    }


def ill_today(week: Week, before: Timetable, one: Placement) -> Repair:
    return repair(week, before, ill=one.facilitator, half_days={one.half_day}, seconds=WALL)


def large() -> dict[str, Any]:
    week = big_week(1, teams=200, leads=66, rooms=28)
    plan, seconds = timed(partial(plan_week, week, seconds=WALL))
    hand = by_hand(week)
    return {
        "large_teams": len(week.teams),
        "large_seconds": seconds,
        "large_gap": f"{100 * plan.gap:.2f} %",
        "large_proven_optimal": plan.is_proven,
        "large_teams_without_place": len(plan.unplaced),
        "large_teams_without_place_by_hand": hand // UNPLACED,
        **repaired("large", [(week, plan)], every=70),
    }


def measure() -> dict[str, Any]:
    from ortools.sat.python import cp_model  # noqa: F401 - seconds to import, once

    found: dict[str, Any] = {"teams": 42}
    for name, load in LOADS.items():
        figures, held = planned(name, load)
        found |= figures
        if name == "full":
            found |= repaired(name, held, every=6)
    return found | large()


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:40} {value}")
