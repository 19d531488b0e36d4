"""Variance between and within groups, for groups of any size.

Sources: ICC(1), ICC(2): Bartko (1976), Psychological Bulletin 83, 762-765; Bliese (2000).
REML with the within variance profiled out: Patterson & Thompson (1971), Biometrika 58, 545-554.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Moments:
    """All that the model needs to know of each group.

    n       (groups,) people with a score
    mean    (groups,) their mean; NaN for a group without any
    within  (groups,) sum of squared distances to that mean
    """

    n: NDArray[np.intp]
    mean: Floats
    within: Floats

    @property
    def filled(self) -> "Moments":
        """Only the groups in which someone has a score."""
        there = self.n > 0
        return Moments(self.n[there], self.mean[there], self.within[there])


@dataclass(frozen=True)
class Anova:
    """One-way analysis of variance. A mean square without degrees of freedom is NaN.

    between, within  mean squares
    mean_size        mean group size n̄ = N / K
    k0               (N - Σn²/N) / (K - 1), the size that makes the estimate unbiased
    """

    between: float
    within: float
    mean_size: float
    k0: float
    groups: int
    persons: int


@dataclass(frozen=True)
class Components:
    """REML estimates. NaN where the data cannot tell.

    between, within  variances τ² and σ²
    mean             the general mean, each group weighted by 1 / (τ² + σ²/n)
    mean_variance    variance of that mean, 1 / Σ weights
    boundary         τ² is exactly 0: these data show no difference between groups
    """

    between: float
    within: float
    mean: float
    mean_variance: float
    boundary: bool

    @property
    def icc1(self) -> float:
        """Share of the variance that lies between groups."""
        total = self.between + self.within
        return self.between / total if total > 0 else float("nan")


def moments(scores: Floats, group: NDArray[np.intp], groups: int) -> Moments:
    """Moments per group; people without a score (NaN) are left out.

    scores (persons,), group (persons,) integers 0..groups-1.
    """
    there = ~np.isnan(scores)
    scores, group = scores[there], group[there]
    n = np.bincount(group, minlength=groups)
    sums = np.bincount(group, weights=scores, minlength=groups)
    mean = np.divide(sums, n, out=np.full(groups, np.nan), where=n > 0)
    away = _without_noise(scores - mean[group], scores)
    within = np.bincount(group, weights=away * away, minlength=groups)
    return Moments(n, mean, within.astype(np.float64, copy=False))


def anova(data: Moments) -> Anova:
    """One-way analysis of variance over the groups that hold a score."""
    filled = data.filled
    groups, persons = len(filled.n), int(filled.n.sum())
    nan = float("nan")
    if groups == 0:
        return Anova(nan, nan, nan, nan, 0, 0)
    within = float(filled.within.sum() / (persons - groups)) if persons > groups else nan
    if groups == 1:
        return Anova(nan, within, float(persons), nan, 1, persons)
    centre = np.average(filled.mean, weights=filled.n)
    away = _without_noise(filled.mean - centre, filled.mean)
    between = float(filled.n @ away**2 / (groups - 1))
    k0 = float((persons - (filled.n**2).sum() / persons) / (groups - 1))
    return Anova(between, within, persons / groups, k0, groups, persons)


def icc1(table: Anova, k: float) -> float:
    """ICC(1) = (MSB - MSW) / (MSB + (k-1) MSW); negative means no differences between groups."""
    below = table.between + (k - 1) * table.within
    return (table.between - table.within) / below if below > 0 else float("nan")


def icc2(table: Anova, k: float) -> float:
    """ICC(2): the reliability of a mean of k people, k·ICC1 / (1 + (k-1)·ICC1)."""
    single = icc1(table, k)
    below = 1 + (k - 1) * single
    return k * single / below if below > 0 else float("nan")


def reml(data: Moments) -> Components:
    """REML estimates of τ², σ² and the general mean, exact for unbalanced groups.

    The likelihood is profiled down to r = τ²/σ² alone; a grid over the intraclass correlation
    finds the highest hill and the root of the derivative its top, so that no starting value
    matters. τ² is 0 ("boundary") when the likelihood falls from r = 0 on.
    """
    filled = data.filled
    groups, persons = len(filled.n), int(filled.n.sum())
    squares = float(filled.within.sum())
    nan = float("nan")
    if groups == 0:
        return Components(nan, nan, nan, nan, False)
    if groups == 1:
        within = squares / (persons - 1) if persons > 1 else nan
        return Components(nan, within, float(filled.mean[0]), nan, False)
    if persons == groups:  # one person each: the two variances cannot be told apart
        mean = float(filled.mean.mean())
        return Components(nan, nan, mean, float(filled.mean.var(ddof=1)) / groups, False)
    if squares == 0.0:  # everyone agrees with their group: only differences between groups remain
        mean = float(filled.mean.mean())
        away = _without_noise(filled.mean - mean, filled.mean)
        between = float(away @ away / (groups - 1))
        return Components(between, 0.0, mean, between / groups, between == 0.0)
    ratio = _likeliest_ratio(filled.n.astype(float), filled.mean, squares)
    weight = filled.n / (1 + ratio * filled.n)
    mean = float(weight @ filled.mean / weight.sum())
    within = float((squares + weight @ (filled.mean - mean) ** 2) / (persons - 1))
    return Components(ratio * within, within, mean, within / float(weight.sum()), ratio == 0.0)


def _without_noise(away: Floats, scores: Floats) -> Floats:
    """Rounding must not pass for variance where all scores are the same."""
    if scores.size:
        away[np.abs(away) <= 1e-13 * np.abs(scores).max()] = 0.0
    return away


def _likeliest_ratio(n: Floats, mean: Floats, squares: float) -> float:
    """The r = τ²/σ² where the restricted likelihood is highest."""
    freedom = n.sum() - 1

    def parts(ratio: float) -> tuple[Floats, float, float]:
        weight = n / (1 + ratio * n)
        total = float(weight.sum())
        return weight, total, squares + float(weight @ (mean - weight @ mean / total) ** 2)

    def deviance(ratio: float) -> float:
        _, total, rest = parts(ratio)
        return float(freedom * np.log(rest) + np.log1p(ratio * n).sum() + np.log(total))

    def slope(ratio: float) -> float:
        weight, total, rest = parts(ratio)
        pull = float(weight**2 @ (mean - weight @ mean / total) ** 2)
        return float(-freedom * pull / rest + total - weight @ weight / total)

    correlation = np.concatenate([[0.0], np.geomspace(1e-6, 0.01, 9), np.linspace(0.03, 0.97, 32)])
    tail = 1 - np.geomspace(0.02, 1e-12, 24)
    ratios = [float(c / (1 - c)) for c in (*correlation, *tail)]
    best = int(np.argmin([deviance(ratio) for ratio in ratios]))
    if best == 0 and slope(0.0) >= 0:
        return 0.0
    low, high = ratios[max(best - 1, 0)], ratios[min(best + 1, len(ratios) - 1)]
    if slope(low) >= 0 or slope(high) <= 0:  # σ² as good as 0, or a hill between two points
        return ratios[best]
    return float(brentq(slope, low, high, xtol=1e-15, rtol=1e-14))
