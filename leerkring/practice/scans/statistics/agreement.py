"""Agreement: how far the members of a group answered alike.

All groups at once: sums per group are weighted counts over the group numbers, so that the work
grows with the answers and not with the groups.

Sources: rwg and rwg(j): James, Demaree & Wolf (1984), Journal of Applied Psychology 69, 85-98.
r*wg(j): Lindell & Brandt (1999), Applied Psychological Measurement 23, 127-135.
AD: Burke, Finkelstein & Dusig (1999), Organizational Research Methods 2, 49-68; its limit A/6:
Burke & Dunlap (2002), Organizational Research Methods 5, 159-172, and Dunlap, Burke & Smith-Crowe
(2003), Journal of Applied Psychology 88, 356-362.
Null variances: LeBreton & Senter (2008), Organizational Research Methods 11, 815-852, table 2.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# Expected variance when everyone is a little too kind, by number of answer options.
SLIGHTLY_SKEWED = {5: 1.34, 6: 1.85, 7: 2.90, 8: 3.47, 9: 5.66, 10: 6.30, 11: 7.31}


@dataclass(frozen=True)
class Spread:
    """How far answers lie apart within each group, over one scale.

    n          (groups,) members who answered every item of the scale
    variance   (groups,) mean over items of the sample variance (n - 1); NaN under two members
    deviation  (groups,) AD: mean over items of the mean distance to the item's group mean;
               NaN under two members
    items      number of items
    """

    n: NDArray[np.intp]
    variance: Floats
    deviation: Floats
    items: int


def spread(items: Floats, group: NDArray[np.intp], groups: int) -> Spread:
    """Spread per group, over the people who answered all these items.

    items   (persons, J) recoded answers, NaN where there is none
    group   (persons,) integers 0..groups-1
    groups  number of groups; one without answers gets n = 0

    Raises ValueError for a scale without items.
    """
    if items.shape[1] == 0:
        raise ValueError("a scale needs at least one item")
    complete = ~np.isnan(items.sum(axis=1))  # NaN is catching: one missing answer, one NaN sum
    everyone = bool(complete.all())
    member = group if everyone else group[complete]
    n = np.bincount(member, minlength=groups)
    size = np.maximum(n, 1)
    squares = np.zeros(len(member))
    distances = np.zeros(len(member))
    for column in items.T:
        answers = column if everyone else column[complete]
        mean = np.bincount(member, weights=answers, minlength=groups) / size
        away = answers - mean[member]
        squares += away * away
        distances += np.abs(away, out=away)
    count = items.shape[1]
    several = n >= 2
    nothing = np.full(groups, np.nan)
    variance = np.bincount(member, weights=squares, minlength=groups) / count
    deviation = np.bincount(member, weights=distances, minlength=groups) / count
    return Spread(
        n=n,
        variance=np.divide(variance, n - 1, out=nothing.copy(), where=several),
        deviation=np.divide(deviation, n, out=nothing, where=several),
        items=count,
    )


def uniform_null(options: int) -> float:
    """Expected variance when every answer is as likely: (A² - 1) / 12."""
    return (options * options - 1) / 12


def skewed_null(options: int) -> float | None:
    """Expected variance under the slightly skewed null; None where none was published."""
    return SLIGHTLY_SKEWED.get(options)


def rwg(spread: Spread, null_variance: float) -> Floats:
    """rwg for one item, rwg(j) for more: J(1-q) / (J(1-q) + q), q = variance / null variance.

    More variance than the null (q > 1) counts as no agreement, 0. NaN under two members.
    """
    q = np.minimum(spread.variance / null_variance, 1.0)
    return spread.items * (1 - q) / (spread.items * (1 - q) + q)


def r_star(spread: Spread, null_variance: float) -> Floats:
    """r*wg(j) = 1 - q; does not grow with the number of items, and may be negative."""
    return 1 - spread.variance / null_variance


def agreement_limit(options: int) -> float:
    """AD up to this, A/6, is practical agreement; same unit as the answers."""
    return options / 6
