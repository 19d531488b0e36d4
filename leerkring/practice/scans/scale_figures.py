"""One scale over the whole tree: which units show it, and what they show."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from leerkring.practice.scans.coarsening import SPREAD_FROM, accord
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instruments import Instrument
from leerkring.practice.scans.results import ScaleResult
from leerkring.practice.scans.round_units import Mask, Places, RoundTree
from leerkring.practice.scans.scales import Deviations, Scale
from leerkring.practice.scans.statistics.variance import Moments, moments
from leerkring.practice.scans.unit_means import (
    more_short,
    pooled_means,
    scale_result,
    team_means,
)

Pairs = dict[tuple[Dimension, Dimension], float]


@dataclass(frozen=True)
class Score:
    """What everybody scored on a scale (persons,), NaN for no score; `unit` is where they are."""

    scale: Scale
    values: NDArray[np.float64]
    unit: Places


@dataclass(frozen=True)
class Figures:
    """A scale's results by place in the tree.

    shrunk    the teams' means are drawn to the general mean
    boundary  the data show no difference between teams
    """

    scale: Scale
    results: dict[int, ScaleResult]
    shrunk: bool
    boundary: bool


def figures(
    tree: RoundTree,
    score: Score,
    k: int,
    among: Mask,
    apart: Deviations,
    instrument: Instrument,
) -> Figures:
    """The scale in every unit `among` that may show it; `apart` gives teams their accord."""
    direct = np.bincount(score.unit[~np.isnan(score.values)], minlength=len(tree))
    shown = tree.released(direct, k, among)
    data = moments(score.values, score.unit, len(tree))
    teams = team_means(data, shown & tree.is_team, instrument.options)
    wider = shown & ~tree.is_team
    # Sums of squares can be subtracted like sums: they have a release of their own, from ten on.
    spread = tree.released(direct, SPREAD_FROM, wider)
    others = pooled_means(_summed(tree, data), wider, spread, instrument.options)
    mean = np.where(tree.is_team, teams.mean, others.mean)
    error = np.where(tree.is_team, teams.error, others.error)
    distance = np.where(tree.is_team, apart.of(score.scale.columns), np.nan)
    results = {}
    for place in map(int, np.flatnonzero(shown)):
        told = score.scale.needs_accord and not np.isnan(distance[place])
        results[place] = scale_result(
            (float(mean[place]), float(error[place])),
            score.scale.target,
            (instrument.low, instrument.high),
            accord(float(distance[place]), instrument.options) if told else None,
        )
    return Figures(score.scale, results, teams.shrunk, teams.boundary)


def more_figures(tree: RoundTree, scores: Sequence[Score], k: int, among: Mask) -> dict[int, Pairs]:
    """By team: for each ordered pair of dimensions, the chance that the first falls shorter.

    A pair is a scale of its own here, over the people who have a score on both.
    """
    found: dict[int, Pairs] = {}
    dimensions = [score for score in scores if score.scale.competence is None]
    for first, second in permutations(dimensions, 2):
        both = ~np.isnan(first.values) & ~np.isnan(second.values)
        direct = np.bincount(first.unit[both], minlength=len(tree))
        shown = tree.released(direct, k, among & tree.is_team)
        targets = (first.scale.target, second.scale.target)
        chance = more_short((first.values, second.values), targets, first.unit, shown)
        for place in map(int, np.flatnonzero(~np.isnan(chance))):
            pair = (first.scale.dimension, second.scale.dimension)
            found.setdefault(place, {})[pair] = round(float(chance[place]), 2)
    return found


def _summed(tree: RoundTree, data: Moments) -> Moments:
    """Moments of everyone in and under each unit, from those of the units themselves."""
    n = tree.sums(data.n)
    middle = np.nanmean(data.mean) if data.n.any() else 0.0  # near the means: less is cancelled
    away = np.where(data.n > 0, data.mean - middle, 0.0)
    sums = tree.sums(data.n * away)
    squares = tree.sums(data.within + data.n * away**2)
    mean = np.divide(sums, n, out=np.full(len(tree), np.nan), where=n > 0)
    within = np.where(n > 0, squares - n * mean**2, 0.0)
    return Moments(n, middle + mean, np.maximum(within, 0.0))
