"""What is shown of a mean, and how sure it is, using nothing but what may be shown.

A shrunken mean leans on the general mean and on the variances of all teams. If withheld teams took
part in those, the figures of the shown ones would carry a trace of them; so only shown teams do.
Nor is the spread of fewer than ten people used: a standard error next to a mean would give it away.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri, stdtrit

from leerkring.practice.scans.coarsening import SPREAD_FROM, coarsened, may_show_spread
from leerkring.practice.scans.results import Accord, ScaleResult
from leerkring.practice.scans.statistics.agreement import uniform_null
from leerkring.practice.scans.statistics.paired import chance_of_more
from leerkring.practice.scans.statistics.shrinkage import shrink
from leerkring.practice.scans.statistics.variance import Moments, reml

Floats = NDArray[np.float64]

LEAST_ERROR = 0.05  # half of the last decimal of a mean: it is never known better than that
_STEP = 20  # chances of "more" are told in twentieths


@dataclass(frozen=True)
class Means:
    """(units,) means with standard errors, NaN where there is none to show.

    shrunk    drawn towards the general mean (ten teams or more)
    boundary  no difference between teams was found at all (τ² = 0)
    """

    mean: Floats
    error: Floats
    shrunk: bool = False
    boundary: bool = False


def team_means(data: Moments, shown: NDArray[np.bool_], options: int) -> Means:
    """Shrunken means of the shown units of `data`; under ten units their own, with room to spare.

    The t distribution that goes with few teams is told as a larger standard error, so that a
    reader's normal interval is as wide: SE · t(.975; n-1) / 1.96. When all shown units together
    count fewer than ten people, the variance of equally likely answers, (options² - 1)/12, stands
    in for theirs.
    """
    n = np.where(shown, data.n, 0)
    within = np.where(shown, data.within, 0.0)
    if n.sum() < SPREAD_FROM:
        within = uniform_null(options) * np.maximum(n - 1.0, 0.0)
    visible = Moments(n, np.where(shown, data.mean, np.nan), within)
    components = reml(visible)
    found = shrink(visible, components)
    wide = np.ones(len(n))
    few = np.isfinite(found.freedom) & (found.freedom > 0)
    wide[few] = stdtrit(found.freedom[few], 0.975) / ndtri(0.975)
    return Means(found.mean, found.error * wide, found.shrunk, found.shrunk and components.boundary)


def pooled_means(
    data: Moments, shown: NDArray[np.bool_], spread: NDArray[np.bool_], options: int
) -> Means:
    """Plain means over everyone in a unit, SE = s/√n.

    `spread`: the units whose own s² may be used; elsewhere the variance of equally likely answers
    takes its place.
    """
    n = np.where(shown, data.n, np.nan)
    own = data.within / np.maximum(data.n - 1, 1)
    variance = np.where(spread, own, uniform_null(options))
    return Means(np.where(shown, data.mean, np.nan), np.sqrt(variance / n))


def scale_result(
    estimate: tuple[float, float],
    target: float,
    scale: tuple[float, float],
    accord: Accord | None = None,
) -> ScaleResult:
    """An estimate (mean, standard error) on a scale (low, high) made fit to be shown.

    The chance of falling short and the expected shortfall E = s·(φ(z) + z·Φ(z)), z = (T - mean)/s,
    are worked out from the mean and the error *as shown*. They tell nothing that those do not, and
    a reader can check them.
    """
    shown = coarsened(estimate[0], *scale)
    s = max(round(estimate[1], 2), LEAST_ERROR)
    z = (target - shown) / s
    density = np.exp(-z * z / 2) / np.sqrt(2 * np.pi)
    return ScaleResult(
        mean=shown,
        standard_error=s,
        target=target,
        probability_short=round(float(ndtr(z)), 4),
        shortfall=round(float(s * (density + z * ndtr(z))), 4),
        accord=accord,
    )


def more_short(
    scores: tuple[Floats, Floats],
    targets: tuple[float, float],
    unit: NDArray[np.intp],
    shown: NDArray[np.bool_],
) -> Floats:
    """(units,) chance that the first of two scores falls shorter than the second.

    In twentieths, rounded down and kept between .05 and .95, so that it never promises too much
    and tells little of the figures behind it. NaN for units not shown, and for all of them when
    fewer than ten people answered both.
    """
    first = np.where(shown[unit], scores[0], np.nan)
    both = ~np.isnan(first) & ~np.isnan(scores[1])
    if not may_show_spread(int(both.sum())):
        return np.full(len(shown), np.nan)
    chance = chance_of_more(first, scores[1], targets, unit, len(shown))
    return np.clip(np.floor(chance * _STEP + 1e-9) / _STEP, 1 / _STEP, 1 - 1 / _STEP)
