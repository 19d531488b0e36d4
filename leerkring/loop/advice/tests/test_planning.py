from dataclasses import replace
from itertools import chain, combinations

import numpy as np
import pytest

from leerkring.loop.advice import reasons
from leerkring.loop.advice.offers import Offer
from leerkring.loop.advice.planning import choose
from leerkring.loop.advice.plans import Plan, Terms
from leerkring.practice.scans.results import ScaleResult, UnitKind, UnitResult

COMPETENCES = ("contact", "signaleren", "verbinden", "wijkkennis")


def offer(code: str, *competences: str, **changes: object) -> Offer:
    plain = Offer(
        code, f"Aanbod {code}", "De Proef", competences, "training", 2, 12, 100, 1, "groep", ""
    )
    return replace(plain, **changes)


def team(name: str, members: int | None = 8, **chances: float) -> UnitResult:
    scales = {key: ScaleResult(3.5, 0.2, 3.8, p, 0.1) for key, p in chances.items()}
    withheld = None if scales else "Te weinig antwoorden."
    return UnitResult(name.lower(), name, UnitKind.TEAM, 5, members, {}, scales, {}, withheld)


def small_case(seed: int) -> tuple[list[UnitResult], list[Offer], dict[str, tuple[str, ...]]]:
    draw = np.random.default_rng(seed)
    teams = [
        team(
            f"T{i}",
            int(draw.integers(4, 15)),
            **dict(zip(COMPETENCES, draw.random(4), strict=True)),
        )
        for i in range(3)
    ]
    offers = [
        offer(
            f"O{i}",
            *draw.choice(COMPETENCES, draw.integers(1, 3), replace=False),
            places=int(draw.integers(8, 14)),
            price=int(draw.integers(1, 5)) * (10 if i % 2 else 100),
            runs=int(draw.integers(1, 4)),
            per="persoon" if i % 2 else "groep",
        )
        for i in range(4)
    ]
    return teams, offers, {"t0": ("contact",), "t2": ("verbinden", "contact")}


def brute_force(teams, offers, wishes, terms) -> tuple[int, int]:
    """Best (gain in hundredths, cost) over every set of (team, offer) pairs."""
    pairs = [(t, o) for t in teams for o in offers]
    best = (0, 0)
    for chosen in chain.from_iterable(combinations(pairs, k) for k in range(len(pairs) + 1)):
        cost, fits = 0, True
        for o in offers:
            sizes = [t.members for t, other in chosen if other is o]
            if o.per == "persoon":
                fits &= sum(sizes) <= o.places * o.runs
                cost += o.price * sum(sizes)
            else:
                runs = sum(-(-size // o.places) for size in sizes)
                fits &= runs <= o.runs
                cost += o.price * runs
        if not fits or cost > terms.budget:
            continue
        covered = {(t.unit, name) for t, o in chosen for name in o.competences}
        gain = 0
        for t in teams:
            for name, scale in t.competences.items():
                asked = name in wishes.get(t.unit, ())
                if (t.unit, name) in covered and (asked or scale.probability_short >= 0.25):
                    gain += round(100 * scale.probability_short * (1 + 0.5 * asked))
        best = max(best, (gain, -cost))
    return best[0], -best[1]


@pytest.mark.parametrize("seed", range(4))
def test_the_plan_equals_trying_everything(seed):
    teams, offers, wishes = small_case(seed)
    terms = Terms(budget=400)
    plan = choose(teams, offers, terms, wishes)
    assert plan.proven
    assert plan.cheapest
    assert (round(100 * plan.expected_gain), plan.cost) == brute_force(teams, offers, wishes, terms)


def test_the_order_of_the_input_does_not_matter():
    teams, offers, wishes = small_case(7)
    plan = choose(teams, offers, Terms(budget=500), wishes)
    assert choose(teams[::-1], offers[::-1], Terms(budget=500), wishes) == plan


def test_teams_stand_alphabetically_whatever_their_need():
    teams = [team(name, contact=p) for name, p in (("zuid", 0.9), ("Bos", 0.3), ("Aa", 0.6))]
    plan = choose(teams, [offer("A", "contact", runs=3)], Terms(budget=300))
    assert plan.lines[0].teams == ("Aa", "Bos", "zuid")
    poor = choose(teams, [offer("A", "contact", runs=3)], Terms(budget=0))
    assert [one.team for one in poor.not_served] == ["Aa", "Bos", "zuid"]


def test_no_budget_gives_an_empty_plan_with_reasons():
    plan = choose([team("A", contact=0.9)], [offer("A", "contact")], Terms(budget=0))
    assert (plan.lines, plan.cost, plan.proven) == ((), 0, True)
    assert plan.not_served[0].reason == reasons.TOO_EXPENSIVE


def test_no_offers_gives_an_empty_plan_with_reasons():
    plan = choose([team("A", contact=0.9)], [], Terms(budget=1000))
    assert (plan.lines, plan.not_served[0].reason) == ((), reasons.NOTHING_FITS)


def test_no_teams_gives_an_empty_plan():
    assert choose([], [offer("A", "contact")], Terms(budget=1000)) == Plan(budget=1000)


def test_an_offer_for_a_competence_nobody_measures_is_never_chosen():
    plan = choose([team("A", contact=0.9)], [offer("A", "paardrijden", price=0)], Terms(budget=9))
    assert plan.lines == ()


def test_withheld_teams_take_part_only_in_what_they_asked_for():
    teams = [team("Dicht"), team("Stil"), team("Open", contact=0.8)]
    plan = choose(teams, [offer("A", "contact", runs=9)], Terms(budget=900), {"dicht": ["contact"]})
    assert plan.lines[0].teams == ("Dicht", "Open")
    assert [(one.team, one.reason) for one in plan.not_served] == [("Stil", reasons.NO_RESULT)]


def test_all_teams_withheld_without_wishes_gives_an_empty_plan():
    plan = choose([team("A"), team("B")], [offer("A", "contact")], Terms(budget=900))
    assert (plan.lines, len(plan.not_served)) == ((), 2)


def test_a_team_is_not_sent_to_what_it_hardly_needs():
    plan = choose([team("A", contact=0.2)], [offer("A", "contact")], Terms(budget=900))
    assert plan.not_served[0].reason == reasons.NO_LIKELY_NEED


def test_a_team_larger_than_all_places_together_is_told_so():
    plan = choose([team("A", 13, contact=0.9)], [offer("A", "contact")], Terms(budget=900))
    assert plan.not_served[0].reason == reasons.NO_ROOM


def test_a_second_offer_on_the_same_competence_is_not_bought():
    offers = [offer("A", "contact"), offer("B", "contact", price=90)]
    plan = choose([team("A", contact=0.9)], offers, Terms(budget=900))
    assert [line.offer.code for line in plan.lines] == ["B"]


def test_equal_offers_are_settled_by_code():
    plan = choose(
        [team("A", contact=0.9)], [offer("B", "contact"), offer("A", "contact")], Terms(budget=900)
    )
    assert [line.offer.code for line in plan.lines] == ["A"]


def test_a_wish_turns_the_scale():
    teams = [team("A", contact=0.7), team("B", contact=0.6)]
    plan = choose(teams, [offer("A", "contact")], Terms(budget=900), {"b": ["contact"]})
    assert plan.lines[0].teams == ("B",)


def test_the_half_days_of_a_team_are_kept():
    teams = [team("A", contact=0.9, verbinden=0.8)]
    offers = [offer("A", "contact"), offer("B", "verbinden")]
    plan = choose(teams, offers, Terms(budget=900, half_days_per_team=3))
    assert [line.offer.code for line in plan.lines] == ["A"]


def test_the_most_needed_offer_comes_first_and_an_unknown_size_is_stated():
    teams = [team(n, None, contact=0.5, verbinden=0.9) for n in "AB"]
    offers = [offer("A", "contact", places=20, runs=2), offer("B", "verbinden", places=20, runs=2)]
    plan = choose(teams, offers, Terms(budget=900))
    assert [(line.order, line.offer.code) for line in plan.lines] == [(1, "B"), (2, "A")]
    assert (plan.lines[0].participants, plan.assumed) == (28, ("A", "B"))


def test_no_figures_are_given_about_fewer_than_three_teams():
    plan = choose([team("A", contact=0.9)], [offer("A", "contact")], Terms(budget=900))
    assert not any(mark.isdigit() for mark in plan.lines[0].why)


def test_a_search_that_is_cut_short_says_so():
    draw = np.random.default_rng(0)
    teams = [
        team(
            f"T{i}",
            int(draw.integers(4, 23)),
            **dict(zip(COMPETENCES, draw.random(4), strict=True)),
        )
        for i in range(12)
    ]
    offers = [
        offer(f"O{i}", *draw.choice(COMPETENCES, 2, replace=False), runs=3, price=int(p))
        for i, p in enumerate(draw.integers(50, 200, 9))
    ]
    plan = choose(teams, offers, Terms(budget=1500, nodes=0))
    full = choose(teams, offers, Terms(budget=1500))
    assert full.proven
    assert not plan.proven
    assert full.expected_gain * (1 - plan.gap) <= plan.expected_gain + 0.01


def test_a_negative_budget_is_refused():
    with pytest.raises(ValueError, match="budget"):
        choose([], [], Terms(budget=-1))
