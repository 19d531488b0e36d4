"""An instrument as people read it: per dimension its target, its competences, their statements."""

from dataclasses import dataclass

from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instruments import Instrument, Item


@dataclass(frozen=True)
class CompetenceGroup:
    name: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class DimensionGroup:
    """`target` on the instrument's scale; None where there is none."""

    dimension: Dimension
    target: float | None
    competences: tuple[CompetenceGroup, ...]


def groups_of(instrument: Instrument) -> tuple[DimensionGroup, ...]:
    """Ik, Wij, Wijk; competences and statements in the order in which they are asked."""
    return tuple(
        DimensionGroup(d, instrument.targets.get(d), _competences(instrument, d))
        for d in instrument.dimensions
    )


def _competences(instrument: Instrument, dimension: Dimension) -> tuple[CompetenceGroup, ...]:
    items: dict[str, list[Item]] = {}
    for item in instrument.items:
        if item.dimension is dimension:
            items.setdefault(item.competence, []).append(item)
    return tuple(CompetenceGroup(name, tuple(found)) for name, found in items.items())
