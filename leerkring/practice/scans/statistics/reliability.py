"""Reliability of a scale: α with its interval, one-factor ω, and how each item fits the rest.

Everything follows from the items' covariance matrix, over the people who answered all of them.
Meant for a whole network: with fewer than `FEWEST_PERSONS` the figures say little.

Sources: α: Cronbach (1951), Psychometrika 16, 297-334; its interval: Feldt (1965), Psychometrika
30, 357-370. ω: McDonald (1999), Test Theory; its factor stands in `one_factor`.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import fdtri

from leerkring.practice.scans.statistics.one_factor import one_factor

Floats = NDArray[np.float64]

FEWEST_PERSONS = 30  # our own rule for what may be shown outside an analyst's desk


@dataclass(frozen=True)
class Covariance:
    """Covariances (J, J) of a scale's items over `n` people who answered all; NaN under two."""

    n: int
    matrix: Floats


def covariance(items: Floats) -> Covariance:
    """Sample covariances (n - 1) of (persons, J) answers, over the rows without NaN."""
    complete = ~np.isnan(items.sum(axis=1))
    count, n = items.shape[1], int(complete.sum())
    if n < 2:
        return Covariance(n, np.full((count, count), np.nan))
    # By item, with zeros for who is left out: no rows are copied out one by one.
    answers = np.where(complete, items.T, 0.0)
    largest = np.abs(answers).max(axis=1)
    answers -= (answers.sum(axis=1) / n)[:, None] * complete
    matrix = answers @ answers.T / (n - 1)
    # Rounding must not pass for variance where everyone answered the same.
    flat = np.diag(matrix) <= 1e-24 * largest**2
    matrix[flat, :] = 0.0
    matrix[:, flat] = 0.0
    return Covariance(n, matrix)


def alpha(data: Covariance) -> float:
    """Cronbach's α; NaN for one item, under two people, or when the total does not vary."""
    count = len(data.matrix)
    total = float(data.matrix.sum())
    spread = float(np.trace(data.matrix))
    # Against the items: a total that cancels out leaves only rounding.
    if count < 2 or np.isnan(total) or total <= 1e-12 * spread:
        return float("nan")
    return count / (count - 1) * (1 - spread / total)


def alpha_interval(data: Covariance, level: float = 0.95) -> tuple[float, float]:
    """Feldt's interval around α: 1 - (1-α)·F, with n - 1 and (n-1)(J-1) degrees of freedom."""
    value = alpha(data)
    if np.isnan(value):
        return float("nan"), float("nan")
    first, second = data.n - 1, (data.n - 1) * (len(data.matrix) - 1)
    high, low = fdtri(first, second, [(1 + level) / 2, (1 - level) / 2])
    return float(1 - (1 - value) * high), float(1 - (1 - value) * low)


def omega(data: Covariance) -> float:
    """One-factor ω = (Σλ)² / ((Σλ)² + Σθ), from a maximum likelihood fit of one factor.

    NaN where one factor cannot be fitted (see `one_factor`).
    """
    fitted = one_factor(data.matrix)
    if fitted is None:
        return float("nan")
    loadings, unique = fitted
    common = float(loadings.sum()) ** 2
    return common / (common + float(unique.sum()))


def item_rest(data: Covariance) -> Floats:
    """(J,) correlation of each item with the sum of the others; NaN where either does not vary."""
    matrix, own = data.matrix, np.diag(data.matrix)
    with_rest = matrix.sum(axis=0) - own
    rest = matrix.sum() - 2 * matrix.sum(axis=0) + own
    below = np.sqrt(np.maximum(own * rest, 0.0))
    nothing = np.full(len(matrix), np.nan)
    return np.divide(with_rest, below, out=nothing, where=below > 1e-12 * max(np.trace(matrix), 0))


def against_the_rest(data: Covariance) -> tuple[int, ...]:
    """Places of items that run against the rest: most likely reversed and not recoded."""
    return tuple(int(place) for place in np.flatnonzero(item_rest(data) < 0))
