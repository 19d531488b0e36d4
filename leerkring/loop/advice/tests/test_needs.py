from itertools import product

import numpy as np
import pytest
from scipy.stats import binom

from leerkring.loop.advice.needs import (
    central_interval,
    count_needs,
    needs_per_organisation,
    poisson_binomial,
    used_sentence,
)
from leerkring.loop.advice.wishes import count_wishes, count_wishes_per_organisation
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instruments import Instrument, Item
from leerkring.practice.scans.results import ScaleResult, UnitKind, UnitResult

INSTRUMENT = Instrument(
    "klein",
    "1",
    (
        Item("W1", Dimension.TEAM, "veilig leren", "…"),
        Item("I1", Dimension.SELF, "contact", "…"),
    ),
    1,
    5,
)


def unit(name: str, kind: UnitKind = UnitKind.TEAM, **chances: float) -> UnitResult:
    scales = {
        key.replace("_", " "): ScaleResult(3.5, 0.2, 3.8, p, 0.1) for key, p in chances.items()
    }
    withheld = None if scales else "Te weinig antwoorden."
    return UnitResult(name.lower(), name, kind, 8, 9, {}, scales, {}, withheld)


def test_the_distribution_equals_counting_every_outcome():
    chances = [0.1, 0.35, 0.5, 0.8, 0.99, 0.0, 1.0]
    by_hand = np.zeros(len(chances) + 1)
    for outcome in product((0, 1), repeat=len(chances)):
        by_hand[sum(outcome)] += np.prod(np.where(outcome, chances, 1 - np.array(chances)))
    assert poisson_binomial(chances) == pytest.approx(by_hand, abs=1e-15)


def test_equal_chances_give_the_binomial_distribution():
    assert poisson_binomial([0.3] * 42) == pytest.approx(
        binom.pmf(np.arange(43), 42, 0.3), abs=1e-14
    )


def test_three_unequal_coins_follow_the_elementary_formula():
    # P(0) = Π(1-p), P(3) = Πp, P(1) = Σ p_i Π_{j≠i}(1-p_j): worked out for .2, .5, .7
    assert poisson_binomial([0.2, 0.5, 0.7]) == pytest.approx([0.12, 0.43, 0.38, 0.07])


def test_the_interval_is_the_binomial_one_when_chances_are_equal():
    low, high = central_interval(poisson_binomial([0.3] * 42), 0.90)
    assert (low, high) == tuple(binom.ppf([0.05, 0.95], 42, 0.3))


def test_certain_teams_leave_no_room_for_doubt():
    assert central_interval(poisson_binomial([1.0] * 7 + [0.0] * 5)) == (7, 7)


@pytest.mark.parametrize("chance", [-0.1, 1.1, float("nan")])
def test_a_chance_outside_zero_and_one_is_refused(chance):
    with pytest.raises(ValueError, match="kans"):
        poisson_binomial([chance])


def test_a_withheld_team_adds_nothing_and_is_only_counted():
    teams = [unit("A", contact=0.5, veilig_leren=0.25), unit("B", contact=0.7), unit("Geheim")]
    learning, contact = count_needs(teams, INSTRUMENT, {"contact": 6})
    assert (learning.competence, learning.expected, learning.teams_used) == (
        "veilig leren",
        0.25,
        1,
    )
    assert contact.expected == pytest.approx(1.2)
    assert (contact.dimension, contact.asked, contact.teams_used) == (Dimension.SELF, 6, 2)
    assert used_sentence(teams) == "Van 3 teams konden we er 2 gebruiken."


def test_all_teams_withheld_gives_zeros():
    assert all(
        (n.expected, n.low, n.high, n.teams_used) == (0, 0, 0, 0)
        for n in count_needs([unit("A"), unit("B")], INSTRUMENT)
    )


def test_an_organisation_shows_with_its_own_result_or_three_shown_teams_alphabetically():
    teams = [unit(f"T{i}", contact=0.5) for i in range(6)]
    of = {"t0": "zon", "t1": "zon", "t2": "zon", "t3": "maan", "t4": "ster", "t5": "ster"}
    organisations = [
        unit("Zon", UnitKind.ORGANISATION),
        unit("Ster", UnitKind.ORGANISATION),
        unit("Maan", UnitKind.ORGANISATION, contact=0.5),
    ]
    parts = needs_per_organisation(teams, organisations, of, INSTRUMENT)
    assert [part.organisation for part in parts] == ["Maan", "Ster", "Zon"]
    assert [part.withheld is None for part in parts] == [True, False, True]
    assert (parts[1].needs, parts[1].used, parts[1].total) == ((), 0, 2)


def test_few_wishes_read_the_same_as_none():
    assert count_wishes({f"t{i}": ["contact"] for i in range(4)}) == {}
    assert count_wishes({f"t{i}": ["contact", "contact"] for i in range(5)}) == {"contact": 5}


def test_a_hidden_organisations_wishes_do_not_follow_from_subtraction():
    wishes = {f"t{i}": ["contact"] for i in range(15)}
    of = {f"t{i}": "a" if i < 7 else "b" if i < 13 else "c" for i in range(15)}
    # c asked twice and is hidden; with a (7) and b (6) shown, 15 - 13 would tell it: b goes too
    assert count_wishes_per_organisation(wishes, of) == {"a": {"contact": 7}, "b": {}, "c": {}}
