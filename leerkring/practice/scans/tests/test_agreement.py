import numpy as np
import pytest

from leerkring.practice.scans.statistics.agreement import (
    agreement_limit,
    r_star,
    rwg,
    skewed_null,
    spread,
    uniform_null,
)

UNIFORM = 2.0  # (5² - 1) / 12


def one_group(*answers: tuple[float, ...]):
    items = np.array(answers, dtype=float)
    return spread(items, np.zeros(len(items), dtype=np.intp), 1)


def by_hand(rows: np.ndarray, null: float) -> tuple[float, float, float]:
    """rwg(j), r*wg and AD of one group, item by item, as the papers write them."""
    rows = rows[~np.isnan(rows).any(axis=1)]
    if len(rows) < 2:
        return float("nan"), float("nan"), float("nan")
    variances, deviations = [], []
    for item in rows.T:
        centre = sum(item) / len(item)
        variances.append(sum((x - centre) ** 2 for x in item) / (len(item) - 1))
        deviations.append(sum(abs(x - centre) for x in item) / len(item))
    count = rows.shape[1]
    q = sum(variances) / count / null
    agreed = 0.0 if q > 1 else count * (1 - q) / (count * (1 - q) + q)
    return agreed, 1 - q, sum(deviations) / count


def test_the_null_variances_are_the_published_ones():
    # James, Demaree & Wolf (1984): 2 for five options, 4 for seven.
    assert (uniform_null(5), uniform_null(7)) == (2.0, 4.0)
    # LeBreton & Senter (2008), table 2, and its proportions for five options.
    assert (skewed_null(5), skewed_null(7)) == (1.34, 2.90)
    shares, options = np.array([0.05, 0.15, 0.20, 0.35, 0.25]), np.arange(1, 6)
    assert shares @ (options - shares @ options) ** 2 == pytest.approx(1.34)


def test_there_is_no_skewed_null_where_none_was_published():
    assert skewed_null(4) is None


def test_one_statement_gives_plain_rwg():
    # 1 - s²/σ²: the variance of 3, 4, 4, 5 is 2/3.
    assert rwg(one_group((3,), (4,), (4,), (5,)), UNIFORM)[0] == pytest.approx(1 - (2 / 3) / 2)


@pytest.mark.parametrize("items", [3, 10])
def test_rwg_of_a_scale_steps_rwg_up_like_spearman_and_brown(items):
    # James, Demaree & Wolf (1984) derive rwg(j) so: ten items with q = ½ give 10/11.
    single = rwg(one_group((3,), (4,), (5,)), UNIFORM)[0]
    scale = rwg(one_group((3,) * items, (4,) * items, (5,) * items), UNIFORM)[0]
    assert single == 0.5
    assert scale == pytest.approx(items * single / (1 + (items - 1) * single))


def test_more_variance_than_the_null_is_no_agreement_but_r_star_goes_below_zero():
    divided = one_group((1, 1), (5, 5), (1, 1), (5, 5))
    assert rwg(divided, UNIFORM).tolist() == [0.0]
    assert r_star(divided, UNIFORM)[0] == pytest.approx(1 - (16 / 3) / 2)


def test_the_skewed_null_lets_fewer_groups_pass():
    group = one_group((2, 3), (4, 4), (4, 5))
    assert rwg(group, 1.34)[0] < rwg(group, UNIFORM)[0]


def test_deviation_is_the_mean_distance_to_the_mean():
    # Item one: 2, 3, 4 lies 2/3 from 3; item two: 5, 5, 2 lies 4/3 from 4.
    assert one_group((2, 5), (3, 5), (4, 2)).deviation[0] == pytest.approx(1.0)


def test_practical_agreement_ends_at_a_sixth_of_the_options():
    # Burke & Dunlap (2002) print .8 for five options and 1.2 for seven.
    assert round(agreement_limit(5), 1) == 0.8
    assert round(agreement_limit(7), 1) == 1.2


def test_agreement_does_not_exist_for_one_person_or_none():
    result = spread(np.array([[3.0, 4.0]]), np.array([1]), 3)
    assert result.n.tolist() == [0, 1, 0]
    assert np.isnan(result.deviation).all()
    assert np.isnan(rwg(result, UNIFORM)).all()


def test_everyone_the_same_is_full_agreement_also_with_awkward_decimals():
    same = one_group(*[(3.3, 2.7, 1.1)] * 7)
    assert rwg(same, UNIFORM)[0] == pytest.approx(1.0, abs=1e-15)
    assert same.deviation[0] == pytest.approx(0.0, abs=1e-15)


@pytest.mark.parametrize(("seed", "items"), [(1, 1), (2, 4), (3, 9)])
def test_all_groups_at_once_equal_each_group_by_hand(seed, items):
    random = np.random.default_rng(seed)
    group = random.integers(0, 25, 130)
    group[group == 7] = 8  # an empty group in the middle
    answers = random.integers(1, 6, (130, items)).astype(float)
    answers[random.random(answers.shape) < 0.05] = np.nan
    together = spread(answers, group, 26)
    found = np.array([rwg(together, 1.34), r_star(together, 1.34), together.deviation]).T
    expected = [by_hand(answers[group == number], 1.34) for number in range(26)]
    np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-12)
    assert np.isnan(found[7]).all()
    assert not np.isnan(found).all()


def test_a_scale_without_statements_is_refused():
    with pytest.raises(ValueError, match="at least one"):
        spread(np.ones((2, 0)), np.zeros(2, dtype=np.intp), 1)
