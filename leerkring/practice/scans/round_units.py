"""The units of a round as a tree of arrays: who is under whom, sums from the bottom up."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leerkring.practice.scans.release import Unit, release_tree
from leerkring.practice.scans.results import UnitKind

Places = NDArray[np.intp]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class RoundUnit:
    """A team, organisation or municipality in a round.

    key      unique among units of its kind; a team's is its name in `Answers.teams`
    parent   key of the unit it is part of, None at the top. A team's parent is an organisation
             or else a municipality, everything else's a municipality or else an organisation.
    members  how many were asked, where that is known
    """

    key: str
    name: str
    kind: UnitKind
    parent: str | None
    members: int | None = None


@dataclass(frozen=True)
class RoundTree:
    """Units in the order they were given; all arrays below have one entry a unit.

    parents  place of the parent, -1 at the top
    levels   places per depth, from the top down
    """

    units: tuple[RoundUnit, ...]
    parents: Places
    levels: tuple[Places, ...]

    def __len__(self) -> int:
        return len(self.units)

    @property
    def is_team(self) -> Mask:
        return np.array([unit.kind is UnitKind.TEAM for unit in self.units], dtype=bool)

    def sums(self, direct: NDArray) -> NDArray:
        """Per unit the sum over everything in and under it."""
        total = direct.copy()
        for places in self.levels[:0:-1]:
            np.add.at(total, self.parents[places], total[places])
        return total

    def under(self, chosen: Mask) -> Mask:
        """Which units are chosen, or part of a chosen one."""
        covered = chosen.copy()
        for places in self.levels[1:]:
            covered[places] |= covered[self.parents[places]]
        return covered

    def released(self, direct: NDArray, k: int, among: Mask) -> Mask:
        """Which of the units `among` may be shown when `direct` answers were given in each."""
        units = [
            Unit(f"{place:09}", None if parent < 0 else f"{parent:09}", int(n))
            for place, (parent, n) in enumerate(zip(self.parents, direct, strict=True))
        ]
        allowed = {f"{place:09}" for place in np.flatnonzero(among)}
        shown = np.zeros(len(self), dtype=bool)
        shown[[int(key) for key in release_tree(units, k, among=allowed).shown]] = True
        return shown

    def places_of_teams(self, teams: Sequence[str]) -> Places:
        """Where the teams with these keys stand. Raises ValueError for one that is not there."""
        place = {u.key: i for i, u in enumerate(self.units) if u.kind is UnitKind.TEAM}
        missing = [team for team in teams if team not in place]
        if missing:
            raise ValueError(f"teams outside the tree: {missing}")
        return np.array([place[team] for team in teams], dtype=np.intp)


def round_tree(units: Sequence[RoundUnit]) -> RoundTree:
    """Raises ValueError for a key used twice in one kind, an unknown parent, or a circle."""
    place = {(unit.kind, unit.key): i for i, unit in enumerate(units)}
    if len(place) < len(units):
        raise ValueError("two units of one kind have the same key")
    parents = np.array([_parent(unit, place) for unit in units], dtype=np.intp)
    children: list[list[int]] = [[] for _ in units]
    for child, parent in enumerate(parents):
        if parent >= 0:
            children[parent].append(child)
    levels = []
    level = [int(top) for top in np.flatnonzero(parents < 0)]
    while level:
        levels.append(np.array(level, dtype=np.intp))
        level = [child for parent in level for child in children[parent]]
    if sum(map(len, levels)) < len(units):
        raise ValueError("some units are part of each other in a circle")
    return RoundTree(tuple(units), parents, tuple(levels))


def _parent(unit: RoundUnit, place: dict[tuple[UnitKind, str], int]) -> int:
    if unit.parent is None:
        return -1
    kinds = [UnitKind.MUNICIPALITY, UnitKind.ORGANISATION]
    for kind in reversed(kinds) if unit.kind is UnitKind.TEAM else kinds:
        if (kind, unit.parent) in place:
            return place[kind, unit.parent]
    raise ValueError(f"{unit.key!r} has an unknown parent {unit.parent!r}")
