import numpy as np
import pytest
from scipy.optimize import minimize

from leerkring.practice.scans.statistics.variance import anova, icc1, icc2, moments, reml

# Davies (1947); lme4's Dyestuff: yield of five samples from each of six batches.
DYESTUFF = """1545 1440 1440 1520 1580  1540 1555 1490 1560 1495  1595 1550 1605 1510 1560
    1445 1440 1595 1465 1545  1595 1630 1515 1635 1625  1520 1455 1450 1480 1445"""
# Box & Tiao (1973), constructed; lme4's Dyestuff2: less between batches than chance would give.
DYESTUFF2 = """7.298 3.846 2.434 9.566 7.990  5.220 6.556 0.608 11.788 -0.892
    0.110 10.386 13.434 5.510 8.166  2.212 4.852 7.092 9.288 4.980
    0.282 9.014 4.458 9.446 7.198  1.722 4.782 8.106 0.758 3.758"""
# Shrout & Fleiss (1979), Psychological Bulletin 86, 420-428, table 2: a target a row.
JUDGES = "9 2 5 8  6 1 3 2  8 4 6 8  7 1 2 6  10 5 6 9  6 2 4 7"


def balanced(text: str, groups: int = 6):
    scores = np.array(text.split(), dtype=float)
    return moments(scores, np.repeat(np.arange(groups), len(scores) // groups), groups)


def restricted_deviance(parameters: np.ndarray, scores: np.ndarray, group: np.ndarray) -> float:
    """-2 log REML written out with the full covariance matrix; parameters are log variances."""
    between, within = np.exp(parameters)
    matrix = between * (group[:, None] == group) + within * np.eye(len(scores))
    inverse = np.linalg.inv(matrix)
    mean = inverse.sum(axis=0) @ scores / inverse.sum()
    away = scores - mean
    logs = np.linalg.slogdet(matrix)[1] + np.log(inverse.sum())
    return float(logs + away @ inverse @ away)


def unbalanced(seed: int) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(seed)
    group = np.repeat(np.arange(7), [1, 2, 3, 5, 8, 9, 12])
    return 3 + random.normal(0, 0.8, 7)[group] + random.normal(0, 0.6, 40), group


def test_the_judges_have_the_published_intraclass_correlations():
    # Shrout & Fleiss (1979): BMS 11.24, WMS 6.26, ICC(1,1) = .17, ICC(1,4) = .44.
    table = anova(balanced(JUDGES))
    assert (round(table.between, 2), round(table.within, 2)) == (11.24, 6.26)
    assert (round(icc1(table, 4), 2), round(icc2(table, 4), 2)) == (0.17, 0.44)
    assert (table.mean_size, table.k0) == (4.0, 4.0)


def test_dyestuff_has_the_published_variance_components():
    # Bates et al., lme4: REML standard deviations 42.00 and 49.51, mean 1527.5.
    found = reml(balanced(DYESTUFF))
    assert round(found.between**0.5, 2) == 42.00
    assert round(found.within**0.5, 2) == 49.51
    assert found.mean == pytest.approx(1527.5)
    assert round(found.mean_variance**0.5, 2) == 19.38  # lme4's standard error of the intercept
    assert not found.boundary


def test_dyestuff2_lies_on_the_boundary():
    # lme4: variance between batches 0, residual standard deviation 3.716, mean 5.6656.
    found = reml(balanced(DYESTUFF2))
    assert (found.between, found.icc1, found.boundary) == (0.0, 0.0, True)
    assert round(found.within**0.5, 3) == 3.716
    assert round(found.mean, 4) == 5.6656


def test_balanced_reml_equals_the_analysis_of_variance():
    table, found = anova(balanced(DYESTUFF)), reml(balanced(DYESTUFF))
    assert found.within == pytest.approx(table.within, rel=1e-12)
    assert found.between == pytest.approx((table.between - table.within) / 5, rel=1e-10)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_unbalanced_reml_is_the_top_of_the_full_likelihood(seed):
    scores, group = unbalanced(seed)
    found = reml(moments(scores, group, 7))
    ours = np.log([found.between, found.within])
    search = minimize(
        restricted_deviance,
        np.log([0.5, 0.5]),
        args=(scores, group),
        method="Nelder-Mead",
        options={"xatol": 1e-7, "fatol": 1e-11},
    )
    np.testing.assert_allclose(ours, search.x, atol=1e-5)
    assert restricted_deviance(ours, scores, group) <= search.fun + 1e-10


def test_the_general_mean_weighs_each_group_by_its_precision():
    scores, group = unbalanced(4)
    data = moments(scores, group, 7)
    found = reml(data)
    weight = 1 / (found.between + found.within / data.n)
    assert found.mean == pytest.approx(weight @ data.mean / weight.sum())
    assert found.mean_variance == pytest.approx(1 / weight.sum())


def test_moments_and_mean_squares_equal_a_loop_over_groups():
    scores, group = unbalanced(5)
    scores[[3, 17, 30]] = np.nan
    data, table = moments(scores, group, 8), anova(moments(scores, group, 8))
    kept = [scores[(group == g) & ~np.isnan(scores)] for g in range(7)]
    for place, rows in enumerate(kept):
        assert data.n[place] == len(rows)
        assert data.mean[place] == pytest.approx(rows.mean())
    assert data.n[7] == 0
    assert np.isnan(data.mean[7])
    total = np.concatenate(kept)
    between = sum(len(rows) * (rows.mean() - total.mean()) ** 2 for rows in kept) / 6
    within = sum(((rows - rows.mean()) ** 2).sum() for rows in kept) / (len(total) - 7)
    assert (table.between, table.within) == pytest.approx((between, within))
    sizes = [len(rows) for rows in kept]
    assert table.k0 == pytest.approx((37 - sum(n * n for n in sizes) / 37) / 6)
    assert table.mean_size == pytest.approx(37 / 7)


def test_icc2_steps_icc1_up():
    table = anova(balanced(JUDGES))
    assert icc2(table, 9.0) == pytest.approx((table.between - table.within) / table.between)


def test_groups_that_differ_less_than_chance_have_a_negative_icc():
    assert icc1(anova(balanced(DYESTUFF2)), 5) < 0


def test_everyone_the_same_leaves_nothing_to_divide():
    data = moments(np.full(12, 3.3), np.repeat(np.arange(4), 3), 4)
    found = reml(data)
    assert (found.between, found.within, found.boundary) == (0.0, 0.0, True)
    assert np.isnan([found.icc1, icc1(anova(data), 3), icc2(anova(data), 3)]).all()


def test_groups_that_each_agree_differ_only_from_each_other():
    data = moments(np.repeat([2.0, 3.0, 4.0], 3), np.repeat(np.arange(3), 3), 3)
    found = reml(data)
    assert (found.between, found.within, found.icc1) == (1.0, 0.0, 1.0)
    assert not found.boundary


def test_one_group_has_no_variance_between():
    data = moments(np.array([1.0, 2.0, 3.0]), np.zeros(3, dtype=np.intp), 1)
    found = reml(data)
    assert np.isnan(found.between)
    assert (found.within, found.mean) == (1.0, 2.0)
    assert np.isnan(icc1(anova(data), 3))


def test_one_person_a_group_cannot_split_the_variance():
    data = moments(np.array([1.0, 2.0, 3.0]), np.arange(3), 3)
    assert np.isnan([reml(data).between, reml(data).within, anova(data).within]).all()
    assert reml(data).mean == 2.0


def test_no_scores_at_all_is_nan_and_not_an_error():
    data = moments(np.full(3, np.nan), np.arange(3), 3)
    assert np.isnan([reml(data).mean, anova(data).between]).all()
    assert anova(data).groups == 0
