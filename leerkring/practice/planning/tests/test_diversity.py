"""The grouping search: right on what can be counted out, and within its sizes always."""

from itertools import product

import numpy as np
import pytest

from leerkring.practice.planning.diversity import Sizes, deal, search, value_of
from leerkring.practice.planning.neighbourhood import Neighbourhood


def a_distance(n: int, seed: int) -> np.ndarray:
    d = np.triu(np.random.default_rng(seed).integers(0, 101, (n, n)).astype(float), 1)
    return d + d.T


def steps(most: int) -> object:
    return lambda value, done: done >= most


def best_of_all(distance: np.ndarray, sizes: Sizes) -> float:
    """By trying every division."""
    n, m = len(distance), len(sizes)
    divisions = (np.array(each) for each in product(range(m), repeat=n))
    return max(
        value_of(distance, each)
        for each in divisions
        if (np.bincount(each, minlength=m) >= sizes.least).all()
        and (np.bincount(each, minlength=m) <= sizes.most).all()
    )


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize(("least", "most"), [([4, 4], [4, 4]), ([2, 1, 1], [4, 4, 5])])
def test_on_eight_elements_it_finds_the_best_there_is(
    seed: int, least: list[int], most: list[int]
) -> None:
    distance, sizes = a_distance(8, seed), Sizes(np.array(least), np.array(most))
    found = search(distance, sizes, stop=steps(60), rng=np.random.default_rng(seed))
    assert found.value == best_of_all(distance, sizes)


def test_the_value_is_that_of_the_groups_and_the_sizes_are_kept() -> None:
    distance, sizes = a_distance(30, 5), Sizes(np.full(5, 4), np.full(5, 9))
    found = search(distance, sizes, stop=steps(300), rng=np.random.default_rng(1))
    assert found.value == value_of(distance, found.groups)
    count = np.bincount(found.groups, minlength=5)
    assert count.min() >= 4 and count.max() <= 9


def test_it_beats_dealing_at_random_a_hundred_times() -> None:
    rng, sizes = np.random.default_rng(3), Sizes(np.full(6, 5), np.full(6, 5))
    distance = a_distance(30, 8)
    found = search(distance, sizes, stop=steps(200), rng=rng)
    assert found.value > max(value_of(distance, deal(30, sizes, rng)) for _ in range(100))


def test_free_sizes_become_as_uneven_as_pays() -> None:
    """Everybody about as far from everybody: 9, 9, 3 and 3 make 78 pairs, four of 6 only 60."""
    distance = 100 + a_distance(24, 6) / 100
    np.fill_diagonal(distance, 0.0)
    sizes = Sizes(np.full(4, 3), np.full(4, 9))
    found = search(distance, sizes, stop=steps(40), rng=np.random.default_rng(2))
    assert sorted(np.bincount(found.groups)) == [3, 3, 9, 9]


def test_a_shake_of_the_sizes_keeps_within_them() -> None:
    rng, least, most = np.random.default_rng(1), np.full(3, 2), np.array([6, 4, 5])
    groups = deal(12, Sizes(least, most), rng)
    here = Neighbourhood(a_distance(12, 2), groups, least, most)
    for _ in range(30):
        here.resize(rng)
        count = np.bincount(here.groups, minlength=3)
        assert (count >= least).all() and (count <= most).all()
        assert here.value == pytest.approx(value_of(here.distance, here.groups))


def test_who_may_not_move_stays() -> None:
    rng, sizes = np.random.default_rng(4), Sizes(np.full(4, 5), np.full(4, 5))
    start, movable = deal(20, sizes, rng), np.arange(20) >= 12
    found = search(a_distance(20, 1), sizes, stop=steps(100), rng=rng, start=start, movable=movable)
    assert (found.groups[~movable] == start[~movable]).all()


def test_who_may_not_move_stays_however_long_it_seeks() -> None:
    """Long enough to begin anew more than once, which with a start it may not."""
    rng, sizes = np.random.default_rng(4), Sizes(np.full(2, 3), np.full(2, 3))
    start, movable = deal(6, sizes, rng), np.arange(6) >= 3
    found = search(a_distance(6, 1), sizes, stop=steps(2500), rng=rng, start=start, movable=movable)
    assert (found.groups[~movable] == start[~movable]).all()


def test_the_same_seed_gives_the_same_groups() -> None:
    sizes = Sizes(np.full(4, 5), np.full(4, 5))
    one, two = (
        search(a_distance(20, 1), sizes, stop=steps(100), rng=np.random.default_rng(9))
        for _ in range(2)
    )
    assert (one.groups == two.groups).all()


def test_sizes_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match="do not fit"):
        deal(7, Sizes(np.full(2, 4), np.full(2, 5)), np.random.default_rng(1))
    with pytest.raises(ValueError, match="smallest size"):
        Sizes(np.array([3]), np.array([2]))
