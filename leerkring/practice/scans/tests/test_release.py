"""Safe against an attacker who knows linear algebra, and no more withheld than that needs."""

import random
from fractions import Fraction
from itertools import chain, combinations

import numpy as np
import pytest

from leerkring.practice.scans.release import Unit, reason, release_tree


def grown(seed: int, size: int, k: int) -> list[Unit]:
    """A random tree (now and then a wood), many of its units around and under k."""
    chance = random.Random(seed)
    units = [Unit("u00", None, chance.choice([0, 0, 1, k]))]
    for number in range(1, size):
        parent = None if chance.random() < 0.05 else chance.choice(units).key
        direct = chance.choice([0, 0, 1, 2, k - 1, k, k + 1, chance.randrange(1, 3 * k)])
        units.append(Unit(f"u{number:02}", parent, direct))
    chance.shuffle(units)
    return units


def members(units: list[Unit]) -> dict[str, list[int]]:
    """Per unit a 0/1 vector over the groups of direct answers."""
    place = {unit.key: i for i, unit in enumerate(units)}
    vectors = {unit.key: [0] * len(units) for unit in units}
    for unit in units:
        above: Unit | None = unit
        while above is not None:
            vectors[above.key][place[unit.key]] = 1
            above = units[place[above.parent]] if above.parent is not None else None
    return vectors


def reduced(rows: list[list[int]]) -> list[tuple[int, list[Fraction]]]:
    """Row echelon form over the rationals: (pivot column, row)."""
    echelon: list[tuple[int, list[Fraction]]] = []
    for row in rows:
        rest = remainder([Fraction(x) for x in row], echelon)
        pivot = next((i for i, x in enumerate(rest) if x), None)
        if pivot is not None:
            echelon.append((pivot, [x / rest[pivot] for x in rest]))
    return echelon


def remainder(row: list[Fraction], echelon: list[tuple[int, list[Fraction]]]) -> list[Fraction]:
    for pivot, base in echelon:
        if row[pivot]:
            row = [x - row[pivot] * y for x, y in zip(row, base, strict=True)]
    return row


def isolates(units: list[Unit], shown: list[str], k: int) -> bool:
    """Whether some sum of multiples of the shown totals is the total of 1..k-1 persons.

    People in the same group always occur together, so groups stand for their persons.
    """
    filled = [i for i, unit in enumerate(units) if unit.direct]
    vectors = members(units)
    echelon = reduced([[vectors[key][i] for i in filled] for key in shown])
    sizes = [units[i].direct for i in filled]
    for group in chain.from_iterable(
        combinations(range(len(filled)), r) for r in range(1, len(filled) + 1)
    ):
        if sum(sizes[i] for i in group) < k:
            wanted = [Fraction(i in group) for i in range(len(filled))]
            if not any(remainder(wanted, echelon)):
                return True
    return False


def totals(units: list[Unit]) -> dict[str, int]:
    return {
        key: sum(unit.direct for unit, inside in zip(units, vector, strict=True) if inside)
        for key, vector in members(units).items()
    }


def cost(units: list[Unit], shown: tuple[str, ...]) -> tuple[int, int]:
    n = totals(units)
    return sum(n[unit.key] for unit in units if unit.key not in shown), len(units) - len(shown)


def families(units: list[Unit], among: tuple[str, ...] | None = None) -> list[tuple[str, ...]]:
    """Every set of units that hold anyone (and stand in `among`)."""
    n = totals(units)
    keys = [key for key in n if n[key] and (among is None or key in among)]
    return list(chain.from_iterable(combinations(keys, r) for r in range(len(keys) + 1)))


def cheapest_by_rule(units: list[Unit], k: int) -> tuple[int, int]:
    """Brute force over all 2^n choices at once, with the rule on remainders."""
    place = {unit.key: i for i, unit in enumerate(units)}
    choices = (np.arange(2 ** len(units))[:, None] >> np.arange(len(units))) & 1 == 1
    n = totals(units)
    depth = {key: sum(v[place[key]] for v in members(units).values()) for key in place}
    left = np.tile([unit.direct for unit in units], (len(choices), 1))
    safe = np.ones(len(choices), dtype=bool)
    for unit in sorted(units, key=lambda unit: -depth[unit.key]):
        shown, rest = choices[:, place[unit.key]], left[:, place[unit.key]]
        safe &= ~shown | ((n[unit.key] > 0) & ((rest == 0) | (rest >= k)))
        if unit.parent is not None:
            left[:, place[unit.parent]] += np.where(shown, 0, rest)
    answers = ~choices @ np.array([n[unit.key] for unit in units])
    hidden = (~choices).sum(axis=1)
    best = np.lexsort((hidden[safe], answers[safe]))[0]
    return int(answers[safe][best]), int(hidden[safe][best])


@pytest.mark.parametrize("seed", range(12))
def test_no_combination_of_shown_totals_isolates_a_small_group(seed: int) -> None:
    k = 2 + seed % 5
    units = grown(seed, 9, k)
    assert not isolates(units, list(release_tree(units, k).shown), k)


@pytest.mark.parametrize("seed", range(8))
def test_no_choice_that_stops_the_attacker_withholds_less(seed: int) -> None:
    k = 2 + seed % 4
    units = grown(100 + seed, 6, k)
    safe = [choice for choice in families(units) if not isolates(units, list(choice), k)]
    assert cost(units, release_tree(units, k).shown) == min(cost(units, choice) for choice in safe)


@pytest.mark.parametrize("seed", range(40))
def test_up_to_twelve_units_brute_force_finds_nothing_better(seed: int) -> None:
    k = 1 + seed % 7
    units = grown(200 + seed, 3 + seed % 10, k)
    assert cost(units, release_tree(units, k).shown) == cheapest_by_rule(units, k)


@pytest.mark.parametrize("seed", range(6))
def test_a_public_release_inside_a_team_release_is_safe_and_as_full_as_can_be(seed: int) -> None:
    units = grown(300 + seed, 7, 3)
    team = release_tree(units, 3).shown
    public = release_tree(units, 6, among=team).shown
    assert set(public) <= set(team)
    assert not isolates(units, list(public), 6)
    assert not isolates(units, [*team, *public], 3)
    safe = [choice for choice in families(units, team) if not isolates(units, list(choice), 6)]
    assert cost(units, public) == min(cost(units, choice) for choice in safe)


def test_a_team_under_k_takes_its_smallest_sibling_along() -> None:
    units = [Unit("stad", None, 0), *(Unit(f"t{n}", "stad", n) for n in (4, 9, 7, 20))]
    assert release_tree(units, 5).shown == ("stad", "t9", "t20")


def test_k_answers_are_enough_and_one_less_is_not() -> None:
    assert release_tree([Unit("team", None, 5)], 5).shown == ("team",)
    assert release_tree([Unit("team", None, 4)], 5).shown == ()


def test_direct_members_of_a_unit_are_a_child_that_is_never_shown() -> None:
    units = [Unit("organisatie", None, 2), Unit("a", "organisatie", 6), Unit("b", "organisatie", 8)]
    assert release_tree(units, 5).shown == ("organisatie", "b")


@pytest.mark.parametrize("key", ["a", "z"])
def test_of_two_ways_that_cost_as_many_answers_the_one_with_fewer_units_is_taken(key: str) -> None:
    units = [Unit("stad", None, 1), Unit(key, "stad", 14)]
    units += [Unit("organisatie", "stad", 0), Unit("team", "organisatie", 7)]
    assert set(release_tree(units, 5).withheld) == {key}


def test_two_small_cousins_may_hide_in_each_other_across_the_tree() -> None:
    units = [Unit("stad", None, 0), Unit("noord", "stad", 0), Unit("zuid", "stad", 0)]
    units += [Unit("n1", "noord", 3), Unit("n2", "noord", 60)]
    units += [Unit("z1", "zuid", 3), Unit("z2", "zuid", 60)]
    # Showing n2, z2 and the city leaves six people who are told apart nowhere.
    shown = release_tree(units, 5).shown
    assert not isolates(units, list(shown), 5)
    assert cost(units, shown) == cheapest_by_rule(units, 5)


def test_empty_small_and_sacrificed_units_get_the_same_reason() -> None:
    units = [Unit("stad", None, 0), *(Unit(f"t{n}", "stad", n) for n in (0, 4, 7, 20))]
    withheld = release_tree(units, 5).withheld
    assert withheld == dict.fromkeys(("t0", "t4", "t7"), reason(5))


def test_the_order_of_the_rows_changes_nothing_but_the_order_of_the_answer() -> None:
    units = [Unit("stad", None, 0), Unit("a", "stad", 4), *(Unit(x, "stad", 7) for x in "bcd")]
    forwards, backwards = release_tree(units, 5), release_tree(units[::-1], 5)
    assert set(forwards.shown) == set(backwards.shown)
    assert forwards.shown == backwards.shown[::-1]


def test_a_very_deep_tree_is_no_trouble() -> None:
    units = [Unit(f"u{i:05}", f"u{i - 1:05}" if i else None, i % 4) for i in range(3000)]
    assert release_tree(units, 5).shown


@pytest.mark.parametrize(
    ("units", "told"),
    [
        ([Unit("a", None, 1), Unit("a", None, 2)], "twice"),
        ([Unit("a", "b", 1)], "unknown parent"),
        ([Unit("a", "b", 1), Unit("b", "a", 1), Unit("c", None, 9)], "circle"),
        ([Unit("a", None, -1)], "negative"),
    ],
)
def test_what_is_no_tree_is_refused(units: list[Unit], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        release_tree(units, 5)


def test_k_below_one_is_refused() -> None:
    with pytest.raises(ValueError, match="k must be"):
        release_tree([Unit("a", None, 1)], 0)
