import numpy as np
import pytest
from scipy.stats import f as f_distribution

from leerkring.practice.scans.statistics.one_factor import one_factor
from leerkring.practice.scans.statistics.reliability import (
    Covariance,
    against_the_rest,
    alpha,
    alpha_interval,
    covariance,
    item_rest,
    omega,
)

# Shrout & Fleiss (1979), Psychological Bulletin 86, 420-428, table 2: six targets, four judges.
JUDGES = np.array(
    [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]], float
)
LOADINGS = np.array([0.9, 0.5, 1.3, 0.7, 0.4])
UNIQUE = np.array([0.3, 0.8, 0.5, 1.1, 0.6])


def exact(loadings: np.ndarray, unique: np.ndarray) -> Covariance:
    return Covariance(1000, np.outer(loadings, loadings) + np.diag(unique))


def test_alpha_is_the_published_consistency_of_the_judges():
    # ICC(3,4) = .91 in Shrout & Fleiss (1979), table 4, is α with the judges as items.
    assert round(alpha(covariance(JUDGES)), 2) == 0.91


def test_the_interval_of_alpha_is_the_published_one_of_the_judges():
    # R's psych::ICC prints .68 to .99 for ICC3k on these data.
    low, high = alpha_interval(covariance(JUDGES))
    assert (round(low, 2), round(high, 2)) == (0.68, 0.99)


def test_the_interval_follows_feldt():
    value, n, count = alpha(covariance(JUDGES)), 6, 4
    low, high = alpha_interval(covariance(JUDGES), level=0.90)
    upper, lower = f_distribution.ppf([0.95, 0.05], n - 1, (n - 1) * (count - 1))
    assert (low, high) == pytest.approx((1 - (1 - value) * upper, 1 - (1 - value) * lower))


def test_alpha_compares_the_items_with_their_sum():
    answers = np.random.default_rng(3).integers(1, 6, (40, 5)).astype(float)
    spread, total = answers.var(axis=0, ddof=1).sum(), answers.sum(axis=1).var(ddof=1)
    assert alpha(covariance(answers)) == pytest.approx(5 / 4 * (1 - spread / total))


def test_people_with_a_missing_answer_are_left_out():
    holed = np.vstack([JUDGES, [np.nan, 1, 10, 1]])
    assert covariance(holed).n == 6
    assert alpha(covariance(holed)) == pytest.approx(alpha(covariance(JUDGES)))


@pytest.mark.parametrize(
    "answers",
    [np.ones((1, 3)), np.full((9, 3), 3.3), np.arange(5.0)[:, None], np.full((4, 3), np.nan)],
    ids=["one person", "everyone the same", "one item", "nobody complete"],
)
def test_reliability_that_does_not_exist_is_nan(answers):
    found = covariance(answers)
    assert np.isnan([alpha(found), *alpha_interval(found), omega(found)]).all()
    assert np.isnan(item_rest(found)).all() or answers.shape[1] == 1


def test_alpha_does_not_exist_when_the_total_does_not_vary():
    assert np.isnan(alpha(covariance(np.array([[1.0, 5.0], [2.0, 4.0], [5.0, 1.0]]))))


def test_one_factor_recovers_the_loadings_it_was_made_of():
    fitted = one_factor(exact(LOADINGS, UNIQUE).matrix)
    assert fitted is not None
    np.testing.assert_allclose(fitted[0], LOADINGS, rtol=1e-9)
    np.testing.assert_allclose(fitted[1], UNIQUE, rtol=1e-9)


def test_omega_is_mcdonalds_ratio():
    expected = LOADINGS.sum() ** 2 / (LOADINGS.sum() ** 2 + UNIQUE.sum())
    assert omega(exact(LOADINGS, UNIQUE)) == pytest.approx(expected, abs=1e-10)


def test_omega_equals_alpha_when_all_loadings_are_equal():
    data = exact(np.full(6, 0.7), np.array([0.2, 0.9, 0.5, 0.4, 1.2, 0.7]))
    assert omega(data) == pytest.approx(alpha(data), abs=1e-10)


def test_three_items_are_fitted_exactly():
    data = exact(LOADINGS[:3], UNIQUE[:3])
    assert omega(data) == pytest.approx(2.7**2 / (2.7**2 + 1.6), abs=1e-10)


def test_no_one_factor_for_two_items_or_for_items_that_copy_each_other():
    answers = np.random.default_rng(5).integers(1, 6, (30, 3)).astype(float)
    assert np.isnan(omega(covariance(answers[:, :2])))
    assert np.isnan(omega(covariance(answers[:, [0, 1, 2, 2]])))


def test_no_neighbour_of_the_fit_is_likelier():
    answers = np.random.default_rng(8).normal(size=(60, 6))
    answers += np.random.default_rng(9).normal(size=(60, 1))
    matrix = covariance(answers).matrix
    fitted = one_factor(matrix)
    assert fitted is not None

    def misfit(loadings: np.ndarray, unique: np.ndarray) -> float:
        model = np.outer(loadings, loadings) + np.diag(unique)
        return np.linalg.slogdet(model)[1] + np.trace(np.linalg.solve(model, matrix))

    best = misfit(*fitted)
    for place in range(6):
        for step in (-1e-3, 1e-3):
            nudge = np.zeros(6)
            nudge[place] = step
            assert misfit(fitted[0] + nudge, fitted[1]) > best
            assert misfit(fitted[0], fitted[1] + nudge) > best


def test_an_item_that_was_not_turned_round_is_pointed_out():
    random = np.random.default_rng(4)
    answers = random.normal(size=(200, 1)) + random.normal(size=(200, 4))
    answers[:, 2] *= -1
    assert against_the_rest(covariance(answers)) == (2,)
    rest = answers[:, [0, 1, 3]].sum(axis=1)
    expected = np.corrcoef(answers[:, 2], rest)[0, 1]
    assert item_rest(covariance(answers))[2] == pytest.approx(expected)
