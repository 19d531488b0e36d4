"""Shrunken means: what a group is likely to be, given how little a few answers say.

Source: Raudenbush & Bryk (2002), Hierarchical Linear Models, chapter 3. The rule for few groups is
our own.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri, stdtr, stdtrit

from leerkring.practice.scans.statistics.variance import Components, Moments

Floats = NDArray[np.float64]

FEWEST_GROUPS = 10  # with fewer, the variance between groups is too uncertain to lean on


@dataclass(frozen=True)
class Estimates:
    """One estimate per group; NaN where a group has no scores or the data cannot tell.

    mean     (groups,) estimated mean
    error    (groups,) its standard error, same unit
    weight   (groups,) λ, the share of the group's own mean in the estimate
    freedom  (groups,) degrees of freedom of the t distribution around it; inf is the normal
    shrunk   False with too few groups: then `mean` is the group's own
    """

    mean: Floats
    error: Floats
    weight: Floats
    freedom: Floats
    shrunk: bool

    def interval(self, level: float = 0.95) -> tuple[Floats, Floats]:
        """Lower and upper bound per group; NaN for one person in an unshrunken group."""
        tail = (1 + level) / 2
        normal = np.full(len(self.mean), ndtri(tail))
        known = np.isfinite(self.freedom)
        width = np.where(known, _nan_without_freedom(stdtrit, self.freedom, tail), normal)
        return self.mean - width * self.error, self.mean + width * self.error

    def chance_above(self, value: float = 0.0) -> Floats:
        """Chance per group that its true mean lies above `value`; ½ when it lies on it."""
        away = self.mean - value
        exact = np.where(away > 0, 1.0, np.where(away < 0, 0.0, 0.5))
        z = np.divide(away, self.error, out=np.zeros(len(away)), where=self.error > 0)
        known = np.isfinite(self.freedom)
        chance = np.where(known, _nan_without_freedom(stdtr, self.freedom, z), ndtr(z))
        chance = np.where(self.error == 0, exact, chance)
        return np.where(np.isnan(self.mean) | np.isnan(self.error), np.nan, chance)


def shrink(data: Moments, components: Components, fewest: int = FEWEST_GROUPS) -> Estimates:
    """Each group's mean, drawn to the general mean by how little it weighs.

    λ = τ²/(τ² + σ²/n), θ = λ·mean + (1-λ)·μ, SE² = τ²(1-λ) + (1-λ)²·Var(μ). With τ² = 0 every
    group gets the general mean.

    Under `fewest` groups nothing is shrunk: the estimate is the group's own mean, SE = √(MSW / n)
    with the mean square within groups, and a t distribution with n - 1 degrees of freedom, wide on
    purpose.
    """
    n = np.where(data.n > 0, data.n, np.nan)
    groups = int((data.n > 0).sum())
    if groups < fewest:
        spare = int(data.n.sum()) - groups
        within = data.within.sum() / spare if spare > 0 else np.nan
        return Estimates(data.mean, np.sqrt(within / n), 1.0 + 0.0 * n, n - 1, False)
    own = components.within / n
    total = components.between + own
    weight = np.divide(components.between, total, out=np.zeros(len(n)), where=total > 0)
    weight = np.where(np.isnan(total), np.nan, weight)
    rest = 1 - weight
    mean = weight * data.mean + rest * components.mean
    error = np.sqrt(components.between * rest + rest**2 * components.mean_variance)
    return Estimates(mean, error, weight, np.full(len(n), np.inf), True)


def _nan_without_freedom(distribution: np.ufunc, freedom: Floats, at: Floats | float) -> Floats:
    """t distribution or its inverse; NaN where there are no degrees of freedom."""
    some = np.isfinite(freedom) & (freedom > 0)
    found: Floats = distribution(np.where(some, freedom, 1.0), at)
    return np.where(some, found, np.nan)
