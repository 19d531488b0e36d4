"""The pieces of the ledger's arithmetic, each beside a plainer way to the same answer."""

from itertools import combinations

import numpy as np
import pytest

from leerkring.practice.scans.ledger.atoms import merged
from leerkring.practice.scans.ledger.cells import bundles
from leerkring.practice.scans.ledger.elimination import eliminated
from leerkring.practice.scans.ledger.figure_rows import figure_rows
from leerkring.practice.scans.ledger.modular import PRIMES, annihilate, product, reduced
from leerkring.practice.scans.ledger.spaces import Space, Undecided, Work, thinned
from leerkring.practice.scans.ledger.spans import leaks
from leerkring.practice.scans.ledger.supports import light

PRIME = PRIMES[0]


def random_space(seed: int) -> tuple[Space, int]:
    chance = np.random.default_rng(seed)
    width, atoms = int(chance.choice([1, 1, 2])), int(chance.integers(4, 11))
    rows, budget = int(chance.integers(1, 6)), int(chance.integers(1, 5))
    matrix = chance.integers(-1, 2, (rows, atoms * width))
    heads = chance.choice([1, 1, 2, 3], atoms)
    eye = np.eye(rows, dtype=np.int64)
    return Space(eye, matrix % PRIME, heads, width, PRIME, Work(10**9)), budget


def rank(matrix: np.ndarray) -> int:
    small = np.where(matrix > PRIME // 2, matrix - PRIME, matrix)
    return int(np.linalg.matrix_rank(small.astype(float))) if small.size else 0


def by_brute_force(space: Space, budget: int) -> bool:
    """Leave out every group of atoms of at most `budget` heads: does the rank go down?"""
    for size in range(1, len(space.heads) + 1):
        for group in combinations(range(len(space.heads)), size):
            if space.heads[list(group)].sum() <= budget:
                others = space.columns(np.setdiff1d(space.atoms, group))
                if rank(others) < rank(space.matrix):
                    return True
    return False


@pytest.mark.parametrize("seed", range(80))
def test_the_search_finds_a_light_vector_if_there_is_one(seed: int) -> None:
    space, budget = random_space(seed)
    assert light(space, budget) == by_brute_force(space, budget)


@pytest.mark.parametrize("seed", range(40))
def test_thinning_loses_no_light_vector(seed: int) -> None:
    space, budget = random_space(seed)
    last = thinned(space, space.atoms, budget)[-1]
    fewer = Space(last.combinations, space.matrix, space.heads, space.width, PRIME, Work(10**9))
    assert light(fewer, budget) == by_brute_force(space, budget)


@pytest.mark.parametrize("seed", range(20))
def test_whole_numbers_and_primes_agree(seed: int) -> None:
    chance = np.random.default_rng(seed)
    sets = [np.flatnonzero(chance.random(30) < 0.6) for _ in range(5)]
    rows = figure_rows(merged(sets), np.ones((5, 1), dtype=np.int64))
    k = int(chance.integers(2, 8))
    assert leaks(rows, k, Work(10**9)) == leaks(rows, k, Work(10**9), entries=0)


def test_the_work_is_bounded() -> None:
    space, _ = random_space(1)
    with pytest.raises(Undecided):
        light(Space(space.combinations, space.matrix, space.heads, 1, PRIME, Work(3)), 2)


def test_the_moduli_are_primes() -> None:
    odd = np.arange(3, 46_342, 2)  # to the square root of 2^31
    assert all((prime % odd).all() and prime % 2 for prime in PRIMES)


def test_a_product_is_exact_where_floats_would_round() -> None:
    chance = np.random.default_rng(1)
    left, right = chance.integers(0, PRIME, (3, 300)), chance.integers(0, PRIME, (300, 2))
    exact = left.astype(object) @ right.astype(object) % PRIME
    assert (product(left, right, PRIME) == exact).all()


def test_annihilating_columns_leaves_the_combinations_that_are_zero_there() -> None:
    columns = np.array([[1, 0], [1, 1], [0, 1], [2, 1]])
    left, chosen = annihilate(np.eye(4, dtype=np.int64), columns, PRIME)
    assert left.shape == (2, 4)
    assert chosen == [0, 1]
    assert not product(left, columns, PRIME).any()


def test_the_reduced_form_has_unit_columns_and_no_zero_rows() -> None:
    rows, columns = reduced(np.array([[0, 2, 4], [0, 1, 2], [1, 1, 1]]), PRIME)
    assert rows[:, columns].tolist() == [[1, 0], [0, 1]]


def test_people_in_the_same_sets_are_one_atom() -> None:
    atoms = merged([np.array([0, 1, 2, 3]), np.array([2, 3, 7])])
    assert sorted(atoms.heads.tolist()) == [1, 2, 2]
    assert [int(atoms.heads[each].sum()) for each in atoms.sets] == [4, 3]


def test_elimination_subtracts_the_lower_unit_from_the_higher() -> None:
    """City = team (big atom 0) + two people (atom 1): what remains is the two people."""
    rest = eliminated([{0: 1, 1: 1}, {0: 1}], np.array([True, False]), 1000)
    assert rest.small == [{1: 1}]
    assert rest.stuck == []


def test_elimination_that_would_cost_too_much_leaves_the_rest() -> None:
    rest = eliminated([{0: 1, 1: 1}, {0: 1}], np.array([True, False]), 1)
    assert sorted(rest.stuck, key=len) == [{0: 1}, {0: 1, 1: 1}]


def test_only_sums_that_depend_on_each_other_are_bundled() -> None:
    first, second = {("ik", "r1"): 1}, {("ik", "r2"): 1}
    other, total = {("wij", "r1"): 1}, {("ik", "r1"): 1, ("ik", "r2"): 1}
    assert [b.members for b in bundles([first, second, other])] == [(0,), (1,), (2,)]
    together, apart = bundles([first, second, other, total])
    assert together.members == (0, 1, 3)
    assert together.coordinates.tolist() == [[1, 0], [0, 1], [1, 1]]
    assert apart.members == (2,)
