"""A privacy rehearsal: before anybody is asked, which units will get a result, and how surely.

For each of `DRAWS` imagined rounds every person answers or not with the expected chance; what the
release would show then is counted. Seeded, so that the same round gives the same rehearsal.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from leerkring.practice.scans.results import UnitKind
from leerkring.practice.scans.round_units import RoundTree, RoundUnit, round_tree

DRAWS = 100
SEED = 5
LIKELY, UNLIKELY = 0.80, 0.20


@dataclass(frozen=True)
class Outlook:
    """One unit: the chance that it gets a result of its own."""

    name: str
    kind: UnitKind
    people: int
    chance: float

    @property
    def words(self) -> str:
        if self.chance >= LIKELY:
            return "waarschijnlijk wel"
        return "waarschijnlijk niet" if self.chance <= UNLIKELY else "misschien"


@dataclass(frozen=True)
class Rehearsal:
    """`larger_unit`: per outlook of a team that may get no result, the smallest group around it
    that likely does; nothing where no group does."""

    rate: float
    outlooks: tuple[Outlook, ...]
    larger_unit: tuple[str, ...]

    @property
    def teams(self) -> list[tuple[Outlook, str]]:
        """Each team with the larger unit that helps, or nothing."""
        pairs = zip(self.outlooks, self.larger_unit, strict=True)
        return [(outlook, unit) for outlook, unit in pairs if outlook.kind is UnitKind.TEAM]

    @property
    def larger(self) -> list[Outlook]:
        return [outlook for outlook in self.outlooks if outlook.kind is not UnitKind.TEAM]


def rehearse(
    units: Sequence[RoundUnit], people: Mapping[str, int], *, rate: float, k: int
) -> Rehearsal:
    """`people`: how many are asked per team; `rate`: the share that will answer, 0..1."""
    tree = round_tree(units)
    asked = np.array([people.get(u.key, 0) if u.kind is UnitKind.TEAM else 0 for u in units], int)
    draws = np.random.default_rng(SEED).binomial(asked, rate, size=(DRAWS, len(units)))
    anywhere = np.ones(len(units), dtype=bool)
    chances = np.mean([tree.released(draw, k, anywhere) for draw in draws], axis=0)
    outlooks = tuple(
        Outlook(unit.name, unit.kind, int(total), float(chance))
        for unit, total, chance in zip(units, tree.sums(asked), chances, strict=True)
    )
    larger = tuple(_larger_unit(tree, outlooks, place) for place in range(len(units)))
    return Rehearsal(rate, outlooks, larger)


def _larger_unit(tree: RoundTree, outlooks: Sequence[Outlook], place: int) -> str:
    if outlooks[place].chance >= LIKELY:
        return ""
    above = int(tree.parents[place])
    while above >= 0 and outlooks[above].chance < LIKELY:
        above = int(tree.parents[above])
    return outlooks[above].name if above >= 0 else ""
