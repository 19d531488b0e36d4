"""Scoring: from coded answers to scale scores per person.

Pure arithmetic on arrays; columns stand in the order of the instrument's items.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from leerkring.practice.scans.answers import DONT_KNOW
from leerkring.practice.scans.instruments import Instrument

Floats = NDArray[np.float64]

ENOUGH_ANSWERED = 2 / 3  # our own rule: a score needs at least this share of its items


def recode(instrument: Instrument, values: NDArray[np.uint8]) -> Floats:
    """Answers on the instrument's own scale, reversed statements turned round.

    values   (persons, items) uint8 as in `Answers.values`
    returns  (persons, items) on low..high, NaN where there is no answer or "weet ik niet";
             each column lies together in memory, because everything after this goes by item

    Raises ValueError for a value that is no answer on this scale, or for the wrong width.
    """
    if values.ndim != 2 or values.shape[1] != len(instrument.items):
        raise ValueError(f"expected {len(instrument.items)} columns, got shape {values.shape}")
    meaning = np.full(256, np.nan)
    meaning[1 : instrument.options + 1] = np.arange(instrument.low, instrument.high + 1)
    seen = np.flatnonzero(np.bincount(values.ravel(), minlength=256))
    wrong = seen[(seen > instrument.options) & (seen != DONT_KNOW)]
    if wrong.size:
        raise ValueError(f"no answer on a scale of {instrument.options}: {wrong.tolist()}")
    turned = meaning.copy()
    turned[1 : instrument.options + 1] = meaning[1 : instrument.options + 1][::-1]
    recoded = np.empty(values.shape, order="F")
    for column, item in enumerate(instrument.items):
        (turned if item.reversed else meaning).take(
            values[:, column], out=recoded[:, column], mode="clip"
        )
    return recoded


def reverse(scores: Floats, low: float, high: float) -> Floats:
    """The same answers read from the other end of the scale low..high; NaN stays NaN."""
    return low + high - scores


def scale_scores(
    recoded: Floats, columns: Sequence[int], at_least: float = ENOUGH_ANSWERED
) -> Floats:
    """A person's score on a scale: the mean of the items answered.

    recoded   (persons, items), NaN where there is no answer
    columns   which items make up the scale
    at_least  share of these items that must be answered, otherwise the score is NaN
    returns   (persons,) on the scale of the items

    Raises ValueError for a scale without items.
    """
    if not len(columns):
        raise ValueError("a scale needs at least one item")
    total = np.zeros(len(recoded))
    answered = np.zeros(len(recoded))
    for column in columns:
        item = recoded[:, column]
        there = item == item  # False for NaN only
        answered += there
        total += np.where(there, item, 0.0)
    # A hair of slack: two thirds of nine is six, whatever the rounding says.
    enough = answered >= max(at_least * len(columns) - 1e-9, 1.0)
    return np.divide(total, answered, out=np.full(len(recoded), np.nan), where=enough)
