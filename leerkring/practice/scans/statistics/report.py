"""Everything an analyst asks of raw answers, in one report that can be written as JSON.

For people who already hold the answers; what may be shown to others is the work of `release`.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any

import numpy as np
from numpy.typing import NDArray

from leerkring.practice.scans.statistics import agreement, reliability, variance
from leerkring.practice.scans.statistics.method import method_text
from leerkring.practice.scans.statistics.scoring import reverse, scale_scores
from leerkring.practice.scans.statistics.shrinkage import Estimates, shrink

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class RawAnswers:
    """Answers as they were given, one row a person.

    items    names of the columns of `values`
    values   (persons, items), NaN where there is no answer
    labels   (persons,) name of each person's group
    low, high  ends of the scale that all items share
    """

    items: tuple[str, ...]
    values: Floats
    labels: Sequence[str]
    low: int
    high: int

    @property
    def options(self) -> int:
        return self.high - self.low + 1


def report(
    answers: RawAnswers,
    scales: Mapping[str, Sequence[str]],
    *,
    reversed_items: Collection[str] = (),
    null_variance: float | None = None,
) -> dict[str, Any]:
    """Reliability, agreement, intraclass correlation and shrunken means per scale and group.

    scales          items per scale
    reversed_items  items that are turned round first
    null_variance   takes the place of the uniform null; the skewed null stays
    returns         plain dicts, lists, text, numbers and None (where a value does not exist), in
                    the shape of `leerkring statistics`; groups in order of first appearance
    """
    recoded = _turned(answers, reversed_items)
    number = {label: place for place, label in enumerate(dict.fromkeys(answers.labels))}
    group = np.fromiter((number[label] for label in answers.labels), np.intp, len(answers.labels))
    null = agreement.uniform_null(answers.options) if null_variance is None else null_variance
    skewed = agreement.skewed_null(answers.options)
    found: dict[str, dict[str, Any]] = {}
    unvaried: list[str] = []
    for name, items in scales.items():
        columns = [answers.items.index(item) for item in items]
        found[name], boundary = _scale(recoded, columns, group, tuple(number), null, skewed)
        if boundary:
            unvaried.append(name)
    return {
        "respondents": len(answers.values),
        "groups": len(number),
        "method": method_text(answers.options, null_variance, skewed, unvaried),
        "scales": found,
    }


def items_against_the_rest(
    answers: RawAnswers, scales: Mapping[str, Sequence[str]], reversed_items: Collection[str] = ()
) -> list[tuple[str, str]]:
    """(scale, item) where an item runs against the rest of its scale: probably not recoded."""
    recoded = _turned(answers, reversed_items)
    return [
        (name, items[place])
        for name, items in scales.items()
        for place in reliability.against_the_rest(
            reliability.covariance(recoded[:, [answers.items.index(item) for item in items]])
        )
    ]


def _turned(answers: RawAnswers, reversed_items: Collection[str]) -> Floats:
    recoded = np.array(answers.values, dtype=np.float64, order="F")
    for column, item in enumerate(answers.items):
        if item in reversed_items:
            recoded[:, column] = reverse(recoded[:, column], answers.low, answers.high)
    return recoded


def _scale(
    recoded: Floats,
    columns: Sequence[int],
    group: NDArray[np.intp],
    labels: tuple[str, ...],
    null: float,
    skewed: float | None,
) -> tuple[dict[str, Any], bool]:
    items = recoded[:, columns]
    covariance = reliability.covariance(items)
    data = variance.moments(scale_scores(recoded, columns), group, len(labels))
    table = variance.anova(data)
    components = variance.reml(data)
    spread = agreement.spread(items, group, len(labels))
    interval = reliability.alpha_interval(covariance)
    result = {
        "alpha": _number(reliability.alpha(covariance)),
        "alpha_ci": [*interval] if all(map(isfinite, interval)) else None,
        "omega": _number(reliability.omega(covariance)),
        "icc1": _number(variance.icc1(table, table.mean_size)),
        "icc2": _number(variance.icc2(table, table.mean_size)),
        "icc1_k0": _number(variance.icc1(table, table.k0)),
        "icc2_k0": _number(variance.icc2(table, table.k0)),
        "reml": {
            "between": _number(components.between),
            "within": _number(components.within),
            "mean": _number(components.mean),
            "icc1": _number(components.icc1),
        },
        "groups": _groups(labels, data, shrink(data, components), spread, null, skewed),
    }
    return result, components.boundary


def _groups(
    labels: tuple[str, ...],
    data: variance.Moments,
    estimates: Estimates,
    spread: agreement.Spread,
    null: float,
    skewed: float | None,
) -> dict[str, dict[str, Any]]:
    nothing = np.full(len(labels), np.nan)
    columns = {
        "mean": data.mean,
        "rwg": agreement.rwg(spread, null),
        "rwg_skewed": nothing if skewed is None else agreement.rwg(spread, skewed),
        "r_star": agreement.r_star(spread, null),
        "ad": spread.deviation,
        "shrunken_mean": estimates.mean,
        "se": estimates.error,
    }
    return {
        label: {
            "n": int(data.n[place]),
            **{name: _number(float(column[place])) for name, column in columns.items()},
        }
        for place, label in enumerate(labels)
    }


def _number(value: float) -> float | None:
    return value if isfinite(value) else None
