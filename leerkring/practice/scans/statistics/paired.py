"""Which of two dimensions falls further short, from the same people's answers to both."""

import numpy as np
from numpy.typing import NDArray

from leerkring.practice.scans.statistics.shrinkage import Estimates, shrink
from leerkring.practice.scans.statistics.variance import moments, reml

Floats = NDArray[np.float64]


def difference_in_shortfall(
    first: Floats,
    second: Floats,
    targets: tuple[float, float],
    group: NDArray[np.intp],
    groups: int,
) -> Estimates:
    """Per group: how much further the first dimension is under its target than the second.

    first, second  (persons,) scores on the two dimensions, NaN where there is none; only people
                   with both count
    targets        of the first and of the second, on the scale of the scores
    group          (persons,) integers 0..groups-1
    returns        estimates of (target₁ - score₁) - (target₂ - score₂), shrunken like any mean
    """
    difference = (targets[0] - first) - (targets[1] - second)
    data = moments(np.round(difference, 12), group, groups)  # 12: equal must stay equal
    return shrink(data, reml(data))


def chance_of_more(
    first: Floats,
    second: Floats,
    targets: tuple[float, float],
    group: NDArray[np.intp],
    groups: int,
) -> Floats:
    """(groups,) chance that the first dimension falls shorter than the second: Φ(d/SE).

    ½ when the two are equal for certain, NaN where nobody has a score on both.
    Arguments as in `difference_in_shortfall`.
    """
    return difference_in_shortfall(first, second, targets, group, groups).chance_above(0.0)
