"""A privacy rehearsal: before anybody is asked, which units will get a result, and how surely.

For each of `DRAWS` imagined rounds every person answers or not with the expected chance; what the
release would show then is counted. Seeded, so that the same round gives the same rehearsal.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from leerkring.practice.scans.release import Unit, release_tree
from leerkring.practice.scans.results import UnitKind
from leerkring.practice.scans.round_units import RoundUnit

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
    """`helps`: for a team that will not get a result, the larger unit that will."""

    rate: float
    outlooks: tuple[Outlook, ...]
    helps: dict[str, str]

    @property
    def teams(self) -> list[tuple[Outlook, str]]:
        """Each team with the larger unit that helps, or nothing."""
        teams = [outlook for outlook in self.outlooks if outlook.kind is UnitKind.TEAM]
        return [(outlook, self.helps.get(outlook.name, "")) for outlook in teams]

    @property
    def larger(self) -> list[Outlook]:
        return [outlook for outlook in self.outlooks if outlook.kind is not UnitKind.TEAM]


def rehearse(
    units: Sequence[RoundUnit], people: dict[str, int], *, rate: float, k: int
) -> Rehearsal:
    """`people`: how many are asked per team; `rate`: the share that will answer, 0..1."""
    random = np.random.default_rng(SEED)
    teams = [unit.key for unit in units if unit.kind is UnitKind.TEAM]
    asked = np.array([people.get(team, 0) for team in teams])
    draws = random.binomial(asked, rate, size=(DRAWS, len(teams)))
    shown: dict[str, int] = {}
    for draw in draws:
        counts = dict(zip(teams, draw.tolist(), strict=True))
        tree = [
            Unit(_key(u), _parent_key(u), counts.get(u.key, 0) if u.kind is UnitKind.TEAM else 0)
            for u in units
        ]
        for key in release_tree(tree, k).shown:
            shown[key] = shown.get(key, 0) + 1
    outlooks = tuple(
        Outlook(u.name, u.kind, _asked(u, units, people), shown.get(_key(u), 0) / DRAWS)
        for u in units
    )
    return Rehearsal(rate, outlooks, _helps(units, outlooks))


def _key(unit: RoundUnit) -> str:
    return f"{unit.kind}:{unit.key}"


def _parent_key(unit: RoundUnit) -> str | None:
    if unit.parent is None:
        return None
    kind = UnitKind.ORGANISATION if unit.kind is UnitKind.TEAM else UnitKind.MUNICIPALITY
    return f"{kind}:{unit.parent}"


def _asked(unit: RoundUnit, units: Sequence[RoundUnit], people: dict[str, int]) -> int:
    if unit.kind is UnitKind.TEAM:
        return people.get(unit.key, 0)
    return sum(_asked(child, units, people) for child in units if _parent_key(child) == _key(unit))


def _helps(units: Sequence[RoundUnit], outlooks: Sequence[Outlook]) -> dict[str, str]:
    chance = {_key(unit): outlook for unit, outlook in zip(units, outlooks, strict=True)}
    helps = {}
    for unit in units:
        parent = _parent_key(unit)
        if unit.kind is UnitKind.TEAM and parent and chance[_key(unit)].chance < LIKELY:
            above = chance[parent]
            helps[unit.name] = above.name if above.chance >= LIKELY else "de hele gemeente"
    return helps
