import numpy as np
import pytest
from scipy.stats import norm

from leerkring.practice.scans.statistics.paired import chance_of_more, difference_in_shortfall
from leerkring.practice.scans.statistics.variance import moments, reml

GROUP = np.repeat(np.arange(12), 6)


def drawn(seed: int = 2) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(seed)
    person = random.normal(3, 0.8, 72)
    team = random.normal(3, 0.4, 12)[GROUP] + person - 3 + random.normal(0, 0.3, 72)
    return team, person + random.normal(0, 0.3, 72)


def test_only_people_with_both_scores_count():
    first, second = drawn()
    first[[0, 9]] = np.nan
    second[[1, 30]] = np.nan
    both = ~np.isnan(first + second)
    everyone = chance_of_more(first, second, (4.0, 3.5), GROUP, 12)
    pairs = chance_of_more(first[both], second[both], (4.0, 3.5), GROUP[both], 12)
    np.testing.assert_array_equal(everyone, pairs)


def test_the_chance_is_that_of_the_shrunken_difference():
    first, second = drawn()
    data = moments((4.0 - first) - (3.5 - second), GROUP, 12)
    part = reml(data)
    weight = part.between / (part.between + part.within / data.n)
    mean = weight * data.mean + (1 - weight) * part.mean
    error = np.sqrt(part.between * (1 - weight) + (1 - weight) ** 2 * part.mean_variance)
    found = chance_of_more(first, second, (4.0, 3.5), GROUP, 12)
    np.testing.assert_allclose(found, norm.cdf(mean / error), rtol=1e-9)


def test_turning_the_pair_round_turns_the_chance_round():
    first, second = drawn()
    one = chance_of_more(first, second, (4.0, 3.5), GROUP, 12)
    other = chance_of_more(second, first, (3.5, 4.0), GROUP, 12)
    np.testing.assert_allclose(one + other, 1.0)


def test_pairing_removes_what_a_person_brings_to_both():
    first, second = drawn()
    paired = difference_in_shortfall(first, second, (4.0, 4.0), GROUP, 12)
    apart = np.hypot(*(s.reshape(12, 6).std(axis=1, ddof=1) / 6**0.5 for s in (first, second)))
    assert (paired.error < apart).mean() > 0.8


def test_a_higher_target_makes_falling_short_likelier():
    first, second = drawn()
    low = chance_of_more(first, second, (3.0, 3.5), GROUP, 12)
    high = chance_of_more(first, second, (4.5, 3.5), GROUP, 12)
    assert (high > low).all()


def test_equal_in_every_person_is_undecided():
    score = np.linspace(1.1, 4.7, 72)
    assert chance_of_more(score, score, (3.7, 3.7), GROUP, 12) == pytest.approx(np.full(12, 0.5))
    # Also where subtraction leaves crumbs.
    shifted = chance_of_more(score + 0.1, score, (3.8, 3.7), GROUP, 12)
    assert shifted == pytest.approx(np.full(12, 0.5))


def test_a_group_in_which_nobody_answered_both_has_no_chance():
    first, second = drawn()
    first[GROUP == 4] = np.nan
    found = chance_of_more(first, second, (4.0, 4.0), GROUP, 12)
    assert np.isnan(found[4])
    assert not np.isnan(np.delete(found, 4)).any()


def test_few_groups_use_the_wider_t_distribution():
    first = np.array([2.0, 2.2, 2.9, 3.0, 3.4, 4.0])
    second = np.array([3.0, 3.1, 3.0, 3.0, 3.5, 3.6])
    group = np.array([0, 0, 0, 1, 1, 1])
    found = difference_in_shortfall(first, second, (4.0, 4.0), group, 2)
    chance = chance_of_more(first, second, (4.0, 4.0), group, 2)
    assert 0.5 < chance[0] < norm.cdf(found.mean[0] / found.error[0])
