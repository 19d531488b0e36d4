"""What one person's answers say to that person: where do I stand, what do I need."""

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instruments import Instrument
from leerkring.practice.scans.statistics.scoring import recode, scale_scores


@dataclass(frozen=True)
class OwnScore:
    """One scale. `score` is None when too few of its statements were answered."""

    name: str
    dimension: Dimension
    score: float | None
    target: float

    @property
    def is_short(self) -> bool:
        return self.score is not None and self.score < self.target


@dataclass(frozen=True)
class OwnResult:
    """One round. `month` is a year and a month (2026-11), never a moment.

    `round_id` and `team_id` tell which answers these were, so that a person can be compared with
    themselves; a line that was written before we kept them has none.
    """

    round: str
    month: str
    low: int
    high: int
    dimensions: tuple[OwnScore, ...]
    competences: tuple[OwnScore, ...]
    round_id: int | None = None
    team_id: int | None = None

    def needs(self, most: int = 3) -> tuple[OwnScore, ...]:
        """The competences furthest under their target, at most `most`."""
        short = [score for score in self.competences if score.is_short]
        return tuple(sorted(short, key=lambda s: (s.score or 0) - s.target)[:most])

    def strengths(self, most: int = 3) -> tuple[OwnScore, ...]:
        """The competences furthest at or above their target, at most `most`."""
        strong = [s for s in self.competences if s.score is not None and not s.is_short]
        return tuple(sorted(strong, key=lambda s: s.target - (s.score or 0))[:most])

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "OwnResult":
        return cls(
            **{
                **data,
                "dimensions": tuple(_score(row) for row in data["dimensions"]),
                "competences": tuple(_score(row) for row in data["competences"]),
            }
        )


def own_result(
    instrument: Instrument,
    sheet: bytes,
    *,
    round_name: str,
    month: str,
    round_id: int | None = None,
    team_id: int | None = None,
) -> OwnResult:
    """The result of one sheet of answers."""
    recoded = recode(instrument, np.frombuffer(sheet, dtype=np.uint8).reshape(1, -1))

    def score(name: str, dimension: Dimension, columns: list[int]) -> OwnScore:
        value = float(scale_scores(recoded, columns)[0])
        known = None if np.isnan(value) else round(value, 2)
        return OwnScore(name, dimension, known, instrument.targets[dimension])

    items = instrument.items
    return OwnResult(
        round=round_name,
        month=month,
        low=instrument.low,
        high=instrument.high,
        dimensions=tuple(
            score(d.label, d, [i for i, item in enumerate(items) if item.dimension is d])
            for d in instrument.dimensions
        ),
        competences=tuple(
            score(name, d, [i for i, x in enumerate(items) if (x.dimension, x.competence) == key])
            for key in dict.fromkeys((item.dimension, item.competence) for item in items)
            for d, name in [key]
        ),
        round_id=round_id,
        team_id=team_id,
    )


def change_between(before: OwnResult, now: OwnResult) -> dict[Dimension, float]:
    """What somebody scored now less before, in every dimension with a score in both."""
    earlier = {score.dimension: score.score for score in before.dimensions}
    found = {}
    for score in now.dimensions:
        was = earlier.get(score.dimension)
        if score.score is not None and was is not None:
            found[score.dimension] = round(score.score - was, 2)
    return found


def _score(row: dict[str, Any]) -> OwnScore:
    return OwnScore(**{**row, "dimension": Dimension(row["dimension"])})
