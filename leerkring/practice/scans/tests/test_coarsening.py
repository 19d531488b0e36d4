"""Means at the ends of the scale lose their edge; the rest keeps one decimal."""

from itertools import combinations_with_replacement

import pytest

from leerkring.practice.scans.coarsening import accord, as_words, coarsened, ends, may_show_spread
from leerkring.practice.scans.results import Accord


def test_a_mean_in_the_middle_keeps_one_decimal_and_a_comma() -> None:
    assert as_words(3.449, 1, 5) == "3,4"
    assert as_words(3.45, 1, 5) == "3,5"


def test_a_mean_at_the_ends_says_only_that_it_is_there() -> None:
    assert {as_words(mean, 1, 5) for mean in (4.5, 4.8, 5.0)} == {"4,5 of hoger"}
    assert {as_words(mean, 1, 5) for mean in (1.0, 1.2, 1.5)} == {"1,5 of lager"}


def test_a_shown_mean_reads_the_same_as_the_mean_it_came_from() -> None:
    for tenth in range(100, 501):
        mean = tenth / 100
        assert as_words(coarsened(mean, 1, 5), 1, 5) == as_words(mean, 1, 5)


@pytest.mark.parametrize(("low", "high"), [(1, 5), (1, 7), (0, 10), (0, 1)])
def test_no_extreme_mean_of_five_answers_tells_what_everyone_answered(low: int, high: int) -> None:
    seen: dict[float, set[tuple[int, ...]]] = {}
    for answers in combinations_with_replacement(range(low, high + 1), 5):
        seen.setdefault(coarsened(sum(answers) / 5, low, high), set()).add(answers)
    lowest, highest = ends(low, high)
    assert len(seen[lowest]) > 1
    assert len(seen[highest]) > 1


def test_accord_has_three_steps_around_a_sixth_of_the_options() -> None:
    # A = 5: the limit is 5/6, two thirds of it 5/9.
    assert accord(0.55, 5) is Accord.AGREED
    assert accord(0.56, 5) is Accord.MIXED
    assert accord(0.83, 5) is Accord.MIXED
    assert accord(0.84, 5) is Accord.DIVIDED


def test_spread_is_for_ten_people_or_more() -> None:
    assert not may_show_spread(9)
    assert may_show_spread(10)
