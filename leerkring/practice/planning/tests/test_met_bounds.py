"""Pairs that met before: what is called unavoidable is never more than what can be done."""

import random
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, product

import pytest

from leerkring.practice.planning.met_bounds import unavoidable_met

Pair = frozenset[str]


def everybody_in(*classes: str) -> set[Pair]:
    """All pairs of the letters of each class."""
    return {frozenset(pair) for one in classes for pair in combinations(one, 2)}


def rounds_of(people: str, groups: int) -> Iterator[frozenset[Pair]]:
    """Every way to sit, at tables of any size, as the pairs that share a table."""
    found = set()
    for tables in product(range(groups), repeat=len(people)):
        at = dict(zip(people, tables, strict=True))
        found.add(frozenset(p for p in everybody_in(people) if len({at[key] for key in p}) == 1))
    return iter(sorted(found, key=lambda one: sorted(map(sorted, one))))


@pytest.mark.parametrize(
    ("people", "groups", "rounds"),
    [("abcdef", 2, 1), ("abcdef", 3, 1), ("abcde", 2, 2), ("abcd", 2, 3)],
)
def test_no_way_to_sit_at_all_goes_below_what_is_called_unavoidable(
    people: str, groups: int, rounds: int
) -> None:
    chance, all_pairs = random.Random(7), sorted(everybody_in(people), key=sorted)
    seatings = set()
    for seating in product(rounds_of(people, groups), repeat=rounds):
        seen = Counter(pair for one in seating for pair in one)
        seatings.add((frozenset(seen), seen.total() - len(seen)))
    agains = {again for _, again in seatings}
    above_nought = 0
    for _ in range(40):
        met = frozenset(chance.sample(all_pairs, chance.randint(1, len(all_pairs))))
        least = {again: unavoidable_met(met, groups, rounds, again) for again in agains}
        assert all(len(seen & met) >= least[again] for seen, again in seatings)
        above_nought += max(least.values()) > 0
    assert above_nought > 5


@pytest.mark.parametrize(
    ("classes", "groups", "least"),
    [
        (("abcdefghijklmn",), 12, 2),  # fourteen at twelve tables: two tables with two of them
        (("abcde", "fghij"), 4, 2),  # one of each team; a person of each is one too many
        (("abcd", "efgh"), 4, 0),
        (("abcdef", "efghijkl"), 4, 4),  # circles that share two people: the larger counts
        (("abcd", "abce"), 1, 9),  # one table: everybody who met sits together
    ],
)
def test_a_class_that_is_larger_than_the_tables_cannot_be_parted(
    classes: tuple[str, ...], groups: int, least: int
) -> None:
    assert unavoidable_met(everybody_in(*classes), groups) == least


def test_more_rounds_need_more_pairs_as_long_as_nobody_sits_together_again() -> None:
    team = everybody_in("abcdef")
    assert unavoidable_met(team, 4, 3) == 6
    assert unavoidable_met(team, 4, 3, again=1) == 5
    assert unavoidable_met(team, 4, 3, again=9) == 2


def test_nobody_who_met_anybody_is_nothing_to_avoid() -> None:
    assert unavoidable_met([], 3, 4) == 0
