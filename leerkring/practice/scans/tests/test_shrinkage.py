import numpy as np
import pytest
from scipy.stats import t as t_distribution

from leerkring.practice.scans.statistics.shrinkage import shrink
from leerkring.practice.scans.statistics.variance import Components, Moments, moments, reml

SAME = np.repeat(np.arange(12), 4)


def of_sizes(*sizes: int, mean: float = 4.0) -> Moments:
    n = np.array(sizes)
    return Moments(n, np.where(n > 0, mean, np.nan), np.where(n > 0, n - 1.0, 0.0))


def drawn(seed: int = 1) -> Moments:
    random = np.random.default_rng(seed)
    group = np.repeat(np.arange(12), [1, 2, 3, 4, 5, 5, 6, 7, 8, 9, 10, 22])
    return moments(random.normal(0, 0.5, 12)[group] + random.normal(3, 0.7, 82), group, 12)


def test_dyestuff_is_shrunk_as_published():
    # Bates et al., lme4: ranef() of the REML fit to Dyestuff (Davies 1947) for batches A to F.
    means = np.array([1505, 1528, 1564, 1498, 1600, 1470], dtype=float)
    data = Moments(np.full(6, 5), means, np.full(6, 58830 / 6))
    found = shrink(data, reml(data), fewest=2)
    published = [-17.6069, 0.3913, 28.5622, -23.0845, 56.7332, -44.9953]
    np.testing.assert_allclose(found.mean - 1527.5, published, atol=5e-4)


def test_a_small_team_says_little_about_itself():
    # With ICC(1) = .20 a mean of 5, 8, 10, 20 people has reliability .56, .67, .71, .83.
    part = Components(between=0.2, within=0.8, mean=3.0, mean_variance=0.01, boundary=False)
    found = shrink(of_sizes(5, 8, 10, 20, *[5] * 6), part)
    assert found.weight[:4].round(2).tolist() == [0.56, 0.67, 0.71, 0.83]
    assert found.mean[0] == pytest.approx(3 + 0.2 / 0.36)


def test_the_error_holds_the_doubt_about_the_general_mean():
    data = drawn()
    part = reml(data)
    found = shrink(data, part)
    for place in range(12):
        weight = part.between / (part.between + part.within / data.n[place])
        square = part.between * (1 - weight) + (1 - weight) ** 2 * part.mean_variance
        assert found.mean[place] == pytest.approx(
            weight * data.mean[place] + (1 - weight) * part.mean
        )
        assert found.error[place] == pytest.approx(square**0.5)


def test_without_variance_between_groups_all_get_the_general_mean():
    data = moments(np.tile([2.0, 3.0, 4.0, 5.0], 12), SAME, 12)
    part = reml(data)
    found = shrink(data, part)
    assert part.boundary
    assert found.mean == pytest.approx(np.full(12, 3.5))
    assert found.error == pytest.approx(np.full(12, (part.within / 48) ** 0.5))


def test_under_ten_groups_nothing_is_shrunk_and_the_interval_is_wide():
    scores = np.array([2.0, 3.0, 4.0, 1.0, 3.0, 5.0, 5.0, 3.0])
    data = moments(scores, np.array([0, 0, 0, 1, 1, 1, 1, 2]), 3)
    found = shrink(data, reml(data))
    assert not found.shrunk
    assert found.mean.tolist() == [3.0, 3.5, 3.0]
    within = (2 + 11) / 5
    assert found.error == pytest.approx(np.sqrt(within / np.array([3, 4, 1])))
    low, high = found.interval()
    assert high[0] - 3.0 == pytest.approx(t_distribution.ppf(0.975, 2) * found.error[0])
    assert low[0] == pytest.approx(6.0 - high[0])
    assert np.isnan([low[2], high[2], found.chance_above(3)[2]]).all()


def test_with_ten_groups_the_interval_is_normal():
    found = shrink(drawn(), reml(drawn()))
    low, high = found.interval(0.95)
    assert found.shrunk
    np.testing.assert_allclose((high - low) / found.error, 2 * 1.959964, rtol=1e-6)


def test_a_group_without_scores_has_no_estimate():
    part = Components(between=0.2, within=0.8, mean=3.0, mean_variance=0.01, boundary=False)
    found = shrink(of_sizes(0, *[5] * 11), part)
    assert np.isnan([found.mean[0], found.error[0], found.chance_above(3)[0]]).all()
    assert not np.isnan(found.mean[1:]).any()


def test_the_chance_above_a_value_is_certain_when_there_is_no_doubt():
    part = Components(between=0.0, within=0.0, mean=4.0, mean_variance=0.0, boundary=True)
    found = shrink(of_sizes(*[5] * 10), part)
    assert [found.chance_above(value)[0] for value in (3.0, 4.0, 5.0)] == [1.0, 0.5, 0.0]


def test_the_chance_above_the_estimate_itself_is_a_half():
    found = shrink(drawn(), reml(drawn()))
    assert found.chance_above(found.mean[3])[3] == pytest.approx(0.5)
    assert found.chance_above(found.mean[3] - 1.959964 * found.error[3])[3] == pytest.approx(0.975)
