"""Somebody is ill: as little as possible changes, and whom to call is told."""

from dataclasses import replace
from itertools import combinations, product

import pytest

from leerkring.practice.planning.clashes import all_clashes
from leerkring.practice.planning.repair import Repair, frozen, repair, without
from leerkring.practice.planning.tests.weeks import big_week, halves
from leerkring.practice.planning.timetable import (
    Chair,
    Facilitator,
    Pin,
    Placement,
    Room,
    Team,
    Timetable,
    Week,
)
from leerkring.practice.planning.timetable_changes import changes
from leerkring.practice.planning.timetable_solver import plan_week

ALWAYS = frozenset(range(4))


def week_of(teams: int = 2, **people: frozenset[int]) -> Week:
    """Two days, two rooms; the facilitators with their half-days."""
    return Week(
        half_days=halves(2),
        teams=tuple(Team(f"t{n}") for n in range(teams)),
        facilitators=tuple(Facilitator(key, free) for key, free in people.items()),
        rooms=(Room("a", ALWAYS), Room("b", ALWAYS)),
    )


def table(*placements: tuple[str, int, str, str]) -> Timetable:
    return Timetable(tuple(Placement(*one) for one in placements))


def moved(done: Repair) -> int:
    return sum(change.moves_in_time for change in done.changes)


def called(done: Repair) -> list[str]:
    return [call.who for call in done.calls]


def test_somebody_else_takes_over_and_the_team_stays_where_it_is() -> None:
    week = week_of(an=ALWAYS, bo=ALWAYS)
    before = table(("t0", 0, "an", "b"), ("t1", 1, "an", "a"))
    done = repair(week, before, ill="an", half_days={0})
    assert [(c.team, c.after) for c in done.changes] == [("t0", Placement("t0", 0, "bo", "b"))]
    assert moved(done) == 0
    assert called(done) == ["bo"]


def test_a_team_comes_at_another_time_only_when_nobody_can_take_over() -> None:
    week = week_of(an=ALWAYS, bo=frozenset({3}))
    before = table(("t0", 0, "an", "a"), ("t1", 1, "an", "a"))
    done = repair(week, before, ill="an", half_days={0, 1})
    assert moved(done) == 2  # both at once with what is left of an, and bo
    assert {p.half_day for p in done.timetable.placements} <= {2, 3}
    alone = repair(week_of(an=ALWAYS), before, ill="an", half_days=ALWAYS)
    assert len(alone.timetable.unplaced) == 2
    assert called(alone) == ["t0", "t1"]


def test_who_is_ill_chairs_nothing_either() -> None:
    week = week_of(1, bo=ALWAYS)
    week = replace(week, chairs=(Chair("an", ALWAYS), Chair("cas", ALWAYS)))
    before = replace(table(("t0", 0, "bo", "a")), chairs=((0, "an"),))
    done = repair(week, before, ill="an", half_days={0})
    assert (done.changes, done.timetable.chairs) == ((), ((0, "cas"),))


def test_a_pin_stays_but_not_on_who_is_ill() -> None:
    week = replace(week_of(an=ALWAYS, bo=ALWAYS), pins=(Pin("t0", 2, "an", "b"),))
    before = table(("t0", 2, "an", "b"), ("t1", 3, "bo", "a"))
    done = repair(week, before, ill="an", half_days={2})
    assert done.timetable.of["t0"] == Placement("t0", 2, "bo", "b")


def test_what_is_over_stays_as_it_was() -> None:
    week = week_of(an=ALWAYS, bo=ALWAYS)
    before = table(("t0", 0, "an", "a"), ("t1", 3, "an", "a"))
    done = repair(week, before, ill="an", half_days=range(1, 4), first_open=1)
    assert done.timetable.of["t0"] == before.of["t0"]
    assert done.timetable.of["t1"].facilitator == "bo"


@pytest.mark.parametrize("seed", range(3))
def test_no_repair_changes_fewer_sessions(seed: int) -> None:
    """Every set of fewer sessions is tried: none of them can change so that all still fits."""
    week = big_week(seed, teams=5, leads=3, rooms=2, load=1.0)
    before = plan_week(week)
    first = before.placements[0]
    done = repair(week, before, ill=first.facilitator, half_days={first.half_day})
    lost = len(done.timetable.unplaced)
    rest = without(week, first.facilitator, {first.half_day})
    assert not all_clashes(rest, done.timetable.placements)
    if lost == len(before.unplaced) and len(done.changes) > 1:
        assert not repaired_by(rest, before, len(done.changes) - 1)


def repaired_by(week: Week, before: Timetable, count: int) -> bool:
    places = list(product(range(10), week.facilitator, week.room))
    for teams in combinations(before.of, count):
        kept = [p for p in before.placements if p.team not in teams]
        if all_clashes(week, kept):
            continue
        for chosen in product(places, repeat=count):
            moved = [Placement(team, *at) for team, at in zip(teams, chosen, strict=True)]
            if not all_clashes(week, [*kept, *moved]):
                return True
    return False


def test_what_is_over_is_pinned_and_the_others_come_later() -> None:
    held = frozen(week_of(an=ALWAYS), [Placement("t0", 0, "an", "a")], 2)
    assert held.pin["t0"] == Pin("t0", 0, "an", "a")
    assert held.team["t1"].cannot == {0, 1}


def test_another_room_alone_is_a_change_but_no_call() -> None:
    one = table(("t0", 0, "an", "a")).of
    two = table(("t0", 0, "an", "b")).of
    [change] = changes(one, two)
    assert change.before and change.after
    assert (change.before.room, change.after.room) == ("a", "b")
    assert not (change.moves_in_time or change.changes_facilitator)
