"""Rounds by algebra: nobody meets anybody twice, and of a column nobody meets at all."""

import numpy as np
import pytest

from leerkring.practice.planning.all_rounds import together
from leerkring.practice.planning.group_sizes import most_uneven
from leerkring.practice.planning.orthogonal_rounds import shared_rounds, without_repeats
from leerkring.practice.planning.schedule_places import laid_out


@pytest.mark.parametrize(
    ("groups", "size", "rounds"),
    [
        (4, 4, 5),
        (8, 4, 9),
        (9, 3, 13),
        (8, 2, 15),
        (7, 5, 7),
        (6, 4, 5),
        (6, 4, 7),
        (7, 4, 9),
        (2, 2, 3),
        (25, 4, 25),
    ],
)
def test_no_two_meet_more_than_once(groups: int, size: int, rounds: int) -> None:
    """As many rounds as there are elements of the field, and those within the columns: nine in
    threes make an affine plane of four, sixteen pairs a whole tournament of fifteen rounds."""
    found = without_repeats(groups, size, rounds)
    assert found.shape == (rounds, groups * size)
    assert all((np.bincount(tables, minlength=groups) == size).all() for tables in found)
    assert together(found).sum(axis=0).max() == 1


def test_those_of_one_column_never_meet() -> None:
    met = together(shared_rounds(9, 4, 9)).sum(axis=0)
    for column in range(4):
        own = slice(column * 9, column * 9 + 9)
        assert not met[own, own].any()


def test_tables_larger_than_there_are_tables_have_no_such_rounds() -> None:
    assert len(without_repeats(3, 4, 2)) == 1
    assert laid_out([""] * 12, 3, 2, np.zeros((12, 12)), 5) is None


def test_empty_chairs_are_at_different_tables_and_the_larger_come_first() -> None:
    names = [f"org{n // 4}" for n in range(30)]
    cost = np.equal.outer(names, names).astype(float)
    np.fill_diagonal(cost, 0.0)
    rounds = laid_out(names, 8, 5, cost, 200)
    assert rounds is not None and together(np.array(rounds)).sum(axis=0).max() == 1
    assert all(list(np.bincount(one)) == [4] * 6 + [3] * 2 for one in rounds)
    assert not (together(np.array(rounds)).sum(axis=0) * cost).any()


def test_the_most_uneven_sizes_have_the_most_pairs() -> None:
    """Twelve over groups of 2 to 6: 6, 4 and 2 make 22 pairs, 4, 4 and 4 only 18."""
    three = np.ones(3, dtype=np.int64)
    assert sorted(most_uneven(12, 2 * three, 6 * three)) == [2, 4, 6]
    assert list(most_uneven(9, np.array([3, 1, 2]), np.array([3, 5, 2]))) == [3, 4, 2]
    with pytest.raises(ValueError, match="do not fit"):
        most_uneven(40, 2 * three, 6 * three)
