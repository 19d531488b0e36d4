"""The week: the best timetable there is, pins that win, and a reason for who has no place."""

from dataclasses import replace
from itertools import product

import pytest

from leerkring.practice.planning.clashes import all_clashes
from leerkring.practice.planning.tests.weeks import big_week, tiny_week
from leerkring.practice.planning.timetable import (
    Chair,
    Facilitator,
    HalfDay,
    Pin,
    Placement,
    Room,
    Team,
    Week,
)
from leerkring.practice.planning.timetable_costs import cost_of
from leerkring.practice.planning.timetable_solver import plan_week


def big_week_of() -> Week:
    """Twelve teams over five days."""
    return big_week(3, teams=12, leads=5, rooms=3)


@pytest.mark.parametrize("seed", range(4))
def test_no_timetable_of_a_small_week_is_cheaper(seed: int) -> None:
    week = tiny_week(seed)
    found = plan_week(week)
    assert found.is_proven
    assert found.cost == cheapest(week) == cost_of(week, found.placements, found.chairs)
    assert not all_clashes(week, found.placements)


def cheapest(week: Week) -> int:
    """By trying everything: each team at each place or at none, with each row of chairs."""
    halves = range(len(week.half_days))
    places = [None, *product(halves, week.facilitator, week.room)]
    rows = list(product(*([None, *(c.key for c in week.chairs if h in c.free)] for h in halves)))
    rows = [row for row in rows if all(row.count(c.key) <= c.most for c in week.chairs)]
    best = 10**9
    for chosen in product(places, repeat=len(week.teams)):
        placed = [
            Placement(team.key, *place)
            for team, place in zip(week.teams, chosen, strict=True)
            if place
        ]
        if all_clashes(week, placed):
            continue
        met = {p.half_day for p in placed}
        for row in rows:
            chairs = [(h, key) for h, key in enumerate(row) if key and h in met]
            if len(chairs) == len(met):
                best = min(best, cost_of(week, placed, chairs))
    return best


def test_a_week_of_twelve_teams_breaks_no_rule_and_comes_out_the_same_twice() -> None:
    week = big_week_of()
    first, second = plan_week(week), plan_week(week)
    assert first.is_proven and len(first.placements) == 12
    assert not all_clashes(week, first.placements)
    assert first.placements == second.placements
    assert first.cost == cost_of(week, first.placements, first.chairs)


def one_team(**changes: object) -> Week:
    """A team, a facilitator, a room and two half-days that go together."""
    both = frozenset({0, 1})
    week = Week(
        half_days=(HalfDay(0, 0, "maandagochtend"), HalfDay(0, 1, "maandagmiddag")),
        teams=(Team("zuid", "Team Zuid", "De Brug", needs="wijk", size=9),),
        facilitators=(Facilitator("an", both, frozenset({"wijk"}), name="An"),),
        rooms=(Room("aula", both, name="de aula"),),
    )
    return replace(week, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("week", "reason"),
    [
        (one_team(facilitators=()), "Er zijn nog geen gespreksleiders."),
        (
            one_team(facilitators=(Facilitator("an", frozenset({0}), frozenset({"ik"})),)),
            "Geen gespreksleider is thuis in «Wijk».",
        ),
        (
            one_team(
                facilitators=(
                    Facilitator("an", frozenset({0}), frozenset({"wijk"}), 9, "An", "De Brug"),
                )
            ),
            "Elke gespreksleider die thuis is in «Wijk» (An) werkt bij de eigen organisatie.",
        ),
        (
            one_team(
                facilitators=(Facilitator("an", frozenset({0}), frozenset({"wijk"}), 0, "An"),)
            ),
            "Er zijn nog geen gespreksleiders.",  # An only chairs
        ),
        (one_team(rooms=()), "Er zijn nog geen zalen."),
        (
            one_team(rooms=(Room("hok", frozenset({0, 1}), seats=4),)),
            "Geen zaal heeft plaats voor 9 mensen.",
        ),
        (
            one_team(chairs=(Chair("bo", frozenset()),)),
            "Geen dagvoorzitter is op een van de dagdelen beschikbaar.",
        ),
        (one_team(half_days=(), facilitators=(), rooms=()), "Er zijn nog geen gespreksleiders."),
    ],
)
def test_who_cannot_be_placed_is_named_with_the_reason(week: Week, reason: str) -> None:
    found = plan_week(week)
    assert [one.reason for one in found.unplaced] == [reason]


def test_what_is_full_is_told_too() -> None:
    week = one_team()
    other = replace(week.teams[0], key="noord", name="Team Noord")
    crowded = replace(week, teams=(*week.teams, other))
    assert not plan_week(crowded).unplaced
    tired = replace(week.facilitators[0], most=1)
    chair = Facilitator("cas", frozenset({0, 1}), frozenset({"wijk"}), 0, "Cas")
    full = plan_week(replace(crowded, facilitators=(tired, chair)))
    assert [one.reason for one in full.unplaced] == ["An zit aan het maximum."]
    bea = Facilitator("bea", frozenset({0}), frozenset({"wijk"}), name="Bea")
    once = replace(week.facilitators[0], free=frozenset({0}))
    no_room = plan_week(replace(crowded, facilitators=(once, bea)))
    assert [one.reason for one in no_room.unplaced] == [
        "Er is geen zaal vrij als een gespreksleider en het team kunnen."
    ]


def test_a_pin_wins_from_every_rule() -> None:
    """Away, of the same organisation, not at home in it, at the maximum, in a closed room."""
    own = Facilitator("an", frozenset(), frozenset(), 0, "An", "De Brug")
    closed = Room("hok", frozenset(), seats=2)
    week = one_team(facilitators=(own,), rooms=(closed,), pins=(Pin("zuid", 1, "an", "hok"),))
    assert plan_week(week).placements == (Placement("zuid", 1, "an", "hok"),)


def test_of_two_pins_that_clash_the_first_wins_and_the_second_is_told_why() -> None:
    week = one_team()
    other = replace(week.teams[0], key="noord", name="Team Noord")
    pins = (Pin("noord", 0, "an"), Pin("zuid", 0, "an"))
    found = plan_week(replace(week, teams=(*week.teams, other), pins=pins))
    assert list(found.of) == ["noord"]
    assert found.unplaced[0].reason == (
        "Vastgezet op maandagochtend, maar An is dan al vastgezet voor Team Noord."
    )
    assert found.is_proven


def test_a_pinned_team_goes_before_one_that_is_not() -> None:
    week = one_team()
    once = replace(week.facilitators[0], most=1)
    other = replace(week.teams[0], key="noord")
    pinned = replace(
        week, teams=(*week.teams, other), facilitators=(once,), pins=(Pin("noord", 1),)
    )
    assert [(p.team, p.half_day) for p in plan_week(pinned).placements] == [("noord", 1)]


def test_somebody_who_chairs_leads_no_session_at_that_time() -> None:
    week = one_team(chairs=(Chair("an", frozenset({0, 1})),))
    assert plan_week(week).unplaced
    found = plan_week(replace(week, chairs=(*week.chairs, Chair("bo", frozenset({1})))))
    assert (found.placements[0].half_day, found.chairs) == (1, ((1, "bo"),))


def test_a_team_gets_the_half_day_and_the_district_it_likes_where_that_can_be() -> None:
    week = one_team()
    both = frozenset({0, 1})
    rooms = (Room("ver", both, district="noord"), Room("dichtbij", both, district="zuid"))
    team = replace(week.teams[0], prefers=frozenset({1}), district="zuid")
    found = plan_week(replace(week, teams=(team,), rooms=rooms))
    assert found.placements == (Placement("zuid", 1, "an", "dichtbij"),)
    assert found.cost == 0


def test_a_pin_on_something_that_is_not_there_is_refused() -> None:
    for pin in (Pin("zuid", 7), Pin("zuid", facilitator="zus"), Pin("zuid", room="x"), Pin("o")):
        with pytest.raises(ValueError):
            one_team(pins=(pin,))
