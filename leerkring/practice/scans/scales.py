"""The scales of an instrument, and what everybody in a round scored on them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instruments import Instrument
from leerkring.practice.scans.statistics.agreement import spread
from leerkring.practice.scans.statistics.reliability import (
    FEWEST_PERSONS,
    alpha,
    alpha_interval,
    covariance,
    omega,
)

Floats = NDArray[np.float64]
Reliability = dict[str, float | None]

ENOUGH_ITEMS = 2 / 3  # of a scale, before its agreement is told. Our own choice.


@dataclass(frozen=True)
class Scale:
    """A dimension (`competence` None) or a competence: which columns, and its target."""

    dimension: Dimension
    competence: str | None
    columns: tuple[int, ...]
    target: float

    @property
    def name(self) -> str:
        return self.competence if self.competence is not None else self.dimension.value

    @property
    def needs_accord(self) -> bool:
        """Wij and Wijk are about something shared; Ik adds up people who may well differ.

        Chan (1998), Journal of Applied Psychology 83, 234-246.
        """
        return self.dimension is not Dimension.SELF


def scales_of(instrument: Instrument) -> tuple[Scale, ...]:
    """Dimensions first, then competences, each with the target of its dimension.

    Raises ValueError when a dimension has no target: it must be fixed before the round.
    """
    missing = [d.label for d in instrument.dimensions if d not in instrument.targets]
    if missing:
        raise ValueError(f"no target for {', '.join(missing)}")
    items = list(enumerate(instrument.items))
    scales = []
    for dimension in instrument.dimensions:
        columns = tuple(place for place, item in items if item.dimension is dimension)
        scales.append(Scale(dimension, None, columns, instrument.targets[dimension]))
    for competence in instrument.competences:
        columns = tuple(place for place, item in items if item.competence == competence)
        dimension = instrument.items[columns[0]].dimension
        scales.append(Scale(dimension, competence, columns, instrument.targets[dimension]))
    return tuple(scales)


@dataclass(frozen=True)
class Deviations:
    """AD per unit and item (units, items), NaN where fewer than k people answered the item."""

    by_item: Floats

    def of(self, columns: Sequence[int]) -> Floats:
        """(units,) AD of a scale: the mean over its items; NaN when too many have none."""
        items = self.by_item[:, list(columns)]
        there = ~np.isnan(items)
        count = there.sum(axis=1)
        total = np.where(there, items, 0.0).sum(axis=1)
        enough = count >= max(ENOUGH_ITEMS * len(columns) - 1e-9, 1)
        return np.divide(total, count, out=np.full(len(items), np.nan), where=enough)


def deviations(recoded: Floats, unit: NDArray[np.intp], units: int, k: int) -> Deviations:
    """How far apart people answered, item by item, so that one missing answer costs one item.

    recoded (persons, items) with NaN for no answer, unit (persons,) integers 0..units-1.
    """
    columns = []
    for place in range(recoded.shape[1]):
        found = spread(recoded[:, [place]], unit, units)
        columns.append(np.where(found.n >= k, found.deviation, np.nan))
    return Deviations(np.column_stack(columns))


def reliability_of(recoded: Floats, scale: Scale) -> Reliability | None:
    """`alpha`, `alpha_low`, `alpha_high` and `omega` over everyone who answered the whole scale.

    None under `FEWEST_PERSONS`; a value that does not exist is None.
    """
    data = covariance(recoded[:, list(scale.columns)])
    if data.n < FEWEST_PERSONS:
        return None
    low, high = alpha_interval(data)
    values = {"alpha": alpha(data), "alpha_low": low, "alpha_high": high, "omega": omega(data)}
    return {name: None if np.isnan(x) else round(float(x), 2) for name, x in values.items()}
