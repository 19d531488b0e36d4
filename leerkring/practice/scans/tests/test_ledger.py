"""No release shows fewer than k people, and none is refused that would not."""

import random
from collections.abc import Callable, Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leerkring.practice.scans.ledger.ledger import Ledger, Refusal, admit
from leerkring.practice.scans.ledger.released import Released, about, count_of
from leerkring.practice.scans.release import Unit, reason, release_tree
from leerkring.practice.scans.tests.attacker import isolates

# What a figure may add up: one scale in one round, over rounds, a change; or single items.
KINDS = [
    (["ik"], ["r1"], None),
    (["ik"], ["r2"], None),
    (["ik"], ["r1", "r2"], None),
    (["ik"], ["r2"], "r1"),
    (["wij"], ["r1"], None),
    (["ik", "wij"], ["r1"], None),
]


def ik(persons: Sequence[int], *rounds: str, since: str | None = None) -> Released:
    return about(persons, {"ik"}, *(rounds or ("r1",)), since=since)


def may(figures: Sequence[Released], k: int) -> bool:
    return Ledger(k).would_leak(figures) is None


def overlapping(seed: int) -> tuple[list[Released], int]:
    """Random groups of a handful of people, in random rounds."""
    chance = random.Random(seed)
    people, k = chance.randint(4, 10), chance.choice([2, 3, 3, 4])
    kinds = chance.sample(KINDS, chance.randint(1, 4))
    figures = []
    for _ in range(chance.randint(1, 6)):
        size = chance.choice([0.5, 0.7, 0.9])
        group = [p for p in range(people) if chance.random() < size]
        items, rounds, since = chance.choice(kinds)
        group = group if len(group) >= k else list(range(people))
        figures.append(about(group, items, *rounds, since=since))
    return figures, k


def grown(chance: random.Random, size: int, k: int) -> list[Unit]:
    units = [Unit("u0", None, chance.choice([0, 1, k]))]
    for number in range(1, size):
        direct = chance.choice([0, 1, 2, k - 1, k, k + 1])
        units.append(Unit(f"u{number}", chance.choice(units).key, direct))
    return units


def people_of(units: Sequence[Unit]) -> dict[str, list[int]]:
    """Numbers for the people in and under each unit. Parents stand before their children."""
    found: dict[str, list[int]] = {unit.key: [] for unit in units}
    above = {unit.key: unit.parent for unit in units}
    number = 0
    for unit in units:
        for _ in range(unit.direct):
            key: str | None = unit.key
            while key is not None:
                found[key].append(number)
                key = above[key]
            number += 1
    return found


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.integers(0, 10**6))
def test_it_refuses_what_an_attacker_can_use_and_nothing_else(seed: int) -> None:
    figures, k = overlapping(seed)
    assert may(figures, k) == (not isolates(figures, k))


@settings(max_examples=15, deadline=None, derandomize=True)
@given(st.integers(0, 10**6))
def test_what_it_lets_in_one_by_one_stays_safe_and_each_refusal_was_needed(seed: int) -> None:
    figures, k = overlapping(seed)
    admission = admit(Ledger(k), {f"{i}": [figure] for i, figure in enumerate(figures)})
    assert not isolates(admission.ledger.released, k)
    for place in map(int, admission.refused):
        before = [figures[int(name)] for name in admission.admitted if int(name) < place]
        assert isolates([*before, figures[place]], k)


@pytest.mark.parametrize("seed", range(12))
def test_in_a_tree_it_is_the_rule_of_the_release(seed: int) -> None:
    chance = random.Random(seed)
    k = chance.choice([2, 3, 4])
    units = grown(chance, chance.randint(2, 9), k)
    people = people_of(units)
    for _ in range(20):
        chosen = {unit.key for unit in units if people[unit.key] and chance.random() < 0.5}
        alone = {
            key: set(people[key]).difference(
                *(people[low] for low in chosen if set(people[low]) < set(people[key]))
            )
            for key in chosen
        }
        safe = all(len(rest) >= k for rest in alone.values() if rest)
        assert may([ik(people[key]) for key in sorted(chosen)], k) == safe


@pytest.mark.parametrize("seed", range(8))
def test_it_lets_in_what_the_release_of_a_tree_shows(seed: int) -> None:
    units = grown(random.Random(seed), 40, 5)
    people = people_of(units)
    assert may([ik(people[key]) for key in release_tree(units, 5).shown], 5)


def test_four_people_left_over_are_protected_and_five_are_not() -> None:
    ledger = Ledger(5).plus([ik(range(30))])
    assert ledger.would_leak([ik(range(26))]) is not None
    assert ledger.would_leak([ik(range(25))]) is None


def test_a_weighted_sum_over_few_people_is_refused_too() -> None:
    """No group of one can be had by adding and subtracting, but twice one person's answer can."""
    triangle = [ik([0, 1]), ik([1, 2]), ik([0, 2])]
    assert isolates(triangle, 2)
    assert not may(triangle, 2)


def test_two_leavers_forbid_a_table_of_the_same_people() -> None:
    first, second = range(12), range(2, 15)
    ledger = Ledger(5).plus([ik(first, "r1"), ik(second, "r2")])
    same = range(2, 12)
    assert ledger.would_leak([ik(same, "r1"), ik(same, "r2")]) is not None


def test_five_leavers_and_five_joiners_allow_it() -> None:
    ledger = Ledger(5).plus([ik(range(15), "r1"), ik(range(5, 20), "r2")])
    same = range(5, 15)
    assert ledger.would_leak([ik(same, "r1"), ik(same, "r2")]) is None
    assert ledger.would_leak([ik(same, "r1", "r2")]) is None
    assert ledger.would_leak([ik(same, "r2", since="r1")]) is None


def test_three_joiners_forbid_a_total_over_rounds() -> None:
    ledger = Ledger(5).plus([ik(range(10), "r1"), ik(range(13), "r2")])
    assert ledger.would_leak([ik(range(10), "r1", "r2")]) is not None
    assert ledger.would_leak([ik(range(13), "r1", "r2")]) is not None


def test_a_change_hides_leavers_behind_joiners_when_they_are_five_together() -> None:
    """Before, after and change give leavers minus joiners, and neither of them apart."""
    ledger = Ledger(5).plus([ik(range(12), "r1"), ik(range(2, 15), "r2")])
    assert ledger.would_leak([ik(range(2, 12), "r2", since="r1")]) is None
    ledger = Ledger(5).plus([ik(range(12), "r1"), ik(range(2, 14), "r2")])
    assert ledger.would_leak([ik(range(2, 12), "r2", since="r1")]) is not None


def test_rounds_and_scales_that_nothing_joins_do_not_touch_each_other() -> None:
    ledger = Ledger(5).plus([ik(range(12), "r1")])
    assert ledger.would_leak([ik(range(11), "r2"), about(range(11), {"wij"}, "r1")]) is None


def test_a_dimension_less_its_other_items_is_its_last_item() -> None:
    everyone, most = range(9), range(8)
    ledger = Ledger(3).plus([about(everyone, {"a", "b"}, "r1"), about(everyone, {"a"}, "r1")])
    assert ledger.would_leak([about(most, {"b"}, "r1")]) is not None
    assert ledger.would_leak([about(everyone, {"b"}, "r1")]) is None


def test_counts_of_who_answered_protect_the_invited() -> None:
    ledger = Ledger(5).plus([count_of(range(20), "r1")])
    assert ledger.would_leak([count_of(range(17), "r1")]) is not None
    assert ledger.would_leak([count_of(range(12), "r1")]) is None
    assert ledger.would_leak([ik(range(17))]) is None


def test_a_figure_about_nobody_looks_like_one_about_too_few() -> None:
    assert Ledger(5).would_leak([ik([])]) == Ledger(5).would_leak([ik([1])]) == Refusal(reason(5))


def test_what_was_published_may_be_published_again() -> None:
    ledger = Ledger(5).plus([ik(range(9))])
    assert ledger.would_leak([ik(range(9)), ik(range(8, -1, -1))]) is None


def test_requests_are_let_in_whole_and_the_first_comes_first() -> None:
    requests = {
        "stad": [ik(range(20))],
        "team": [ik(range(17)), about(range(17), {"wij"}, "r1")],
        "wij": [about(range(17), {"wij"}, "r1")],
    }
    admission = admit(Ledger(5), requests)
    assert admission.admitted == ("stad", "wij")
    assert list(admission.refused) == ["team"]
    assert admit(Ledger(5), dict(reversed(requests.items()))).admitted == ("wij", "team")


def test_a_number_can_stand_for_more_people() -> None:
    assert Ledger(5, heads=np.array([5, 4])).would_leak([ik([0])]) is None
    assert Ledger(5, heads=np.array([5, 4])).would_leak([ik([1])]) is not None


def test_without_time_to_find_out_the_answer_is_no() -> None:
    chance = random.Random(1)
    groups = [ik(chance.sample(range(60), 30)) for _ in range(20)]
    refusal = Ledger(5, effort=1000).would_leak(groups)
    assert refusal == Refusal(reason(5), decided=False)
    assert Ledger(5).would_leak(groups) is None


def test_every_refusal_says_the_same() -> None:
    few, rest = ik([0]), ik(range(8))
    sentences = {Ledger(5).would_leak([few]), Ledger(5).plus([ik(range(9))]).would_leak([rest])}
    assert sentences == {Refusal(reason(5))}


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Ledger(1),
        lambda: about([-1], {"ik"}, "r1"),
        lambda: about([1], set(), "r1"),
        lambda: about([1], {"ik"}),
        lambda: about([1], {"ik"}, "r1", since="r1"),
    ],
)
def test_a_figure_must_be_about_something(wrong: Callable[[], object]) -> None:
    with pytest.raises(ValueError):
        wrong()
