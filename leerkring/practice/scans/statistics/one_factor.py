"""One factor behind a scale's items, by maximum likelihood.

Source: Jöreskog (1967), Psychometrika 32, 443-482: with the loadings profiled out, the likelihood
depends on the unique variances alone; the step is his, with approximate second derivatives.
Deterministic: one starting point, no chance. Written here because a general optimiser takes
thirty times as long on nine items and stops at seven digits.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_LOWEST = float(np.log(0.005))  # an item keeps half a percent of its own, so that ML has an end
_STEPS = 200
_HALVINGS = 30


@dataclass(frozen=True)
class _Look:
    """The likelihood seen from log unique variances `at`: misfit, slope, and where it may move."""

    at: Floats
    misfit: float
    slope: Floats
    bend: Floats
    free: NDArray[np.bool_]

    @property
    def steepest(self) -> float:
        return float(np.abs(self.slope[self.free]).max(initial=0.0))


def one_factor(matrix: Floats) -> tuple[Floats, Floats] | None:
    """Loadings and unique variances, (J,) each, of one factor in a covariance matrix (J, J).

    The fit is made on the correlations and scaled back; maximum likelihood does not mind. An item
    that does not vary gets zeros. None where one factor cannot be fitted: fewer than three items
    that vary, or items that follow exactly from the others (also: fewer people than items).
    """
    varies = np.diag(matrix) > 0
    if varies.sum() < 3:
        return None
    scale = np.sqrt(np.diag(matrix)[varies])
    correlation = matrix[np.ix_(varies, varies)] / np.outer(scale, scale)
    if np.linalg.eigvalsh(correlation)[0] < 1e-8:
        return None
    log_unique = _likeliest(correlation)
    root = np.exp(log_unique / 2)
    values, vectors = np.linalg.eigh(correlation / np.outer(root, root))
    direction = vectors[:, -1] * (1.0 if vectors[:, -1].sum() >= 0 else -1.0)
    loadings, unique = np.zeros(len(matrix)), np.zeros(len(matrix))
    loadings[varies] = scale * root * direction * np.sqrt(max(values[-1] - 1.0, 0.0))
    unique[varies] = scale**2 * root**2
    return loadings, unique


def _likeliest(correlation: Floats) -> Floats:
    start = -np.log(np.diag(np.linalg.inv(correlation)))  # what the other items leave unexplained
    here = _look(correlation, np.clip(start, _LOWEST, 0.0))
    for _ in range(_STEPS):
        if here.steepest < 1e-12:
            break
        step = np.zeros(len(correlation))
        bend = here.bend[np.ix_(here.free, here.free)] + 1e-9 * np.eye(int(here.free.sum()))
        step[here.free] = np.linalg.solve(bend, here.slope[here.free])
        better = _first_better(correlation, here, step)
        if better is None:
            break
        here = better
    return here.at


def _first_better(correlation: Floats, here: _Look, step: Floats) -> _Look | None:
    """The first of ever shorter steps that fits better, or as well and flatter."""
    for halving in range(_HALVINGS):
        there = _look(correlation, np.clip(here.at - step / 2**halving, _LOWEST, 0.0))
        flatter = halving == 0 and there.steepest < here.steepest
        if there.misfit < here.misfit or (flatter and there.misfit <= here.misfit + 1e-12):
            return there
    return None


def _look(correlation: Floats, at: Floats) -> _Look:
    root = np.exp(at / 2)
    values, vectors = np.linalg.eigh(correlation / np.outer(root, root))
    rest, ways = values[:-1], vectors[:, :-1]
    slope = (ways**2 * (1 - rest)).sum(axis=1)
    stuck = ((at <= _LOWEST) & (slope > 0)) | ((at >= 0.0) & (slope < 0))
    misfit = float((rest - np.log(rest) - 1).sum())
    return _Look(at, misfit, slope, (ways @ ways.T) ** 2, ~stuck)
