"""Which figures can be taken together at all: how what they add up per person hangs together.

Every figure adds up the same thing, a vector over (item, round), for each of its persons. Among
independent vectors nothing cancels: a combination of figures is zero on a person only if it is
zero there for each vector by itself. So only vectors that depend on each other (a dimension and
all its items; two rounds and their total) must be looked at together.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from leerkring.practice.scans.ledger.released import Numbers

Row = dict[Hashable, Fraction]


@dataclass(frozen=True)
class Bundle:
    """Vectors that depend on each other. coordinates: (members, rank) integers, scaled per row.

    members  places in the sequence that was given
    """

    members: tuple[int, ...]
    coordinates: Numbers


def bundles(vectors: Sequence[Mapping[tuple[str, str], int]]) -> list[Bundle]:
    """Split distinct vectors into the finest groups such that their spans form a direct sum.

    Each vector is written in a basis chosen among the vectors themselves; those that share a base
    vector belong together (the connected components of a matroid, read from one basis).
    """
    base: list[int] = []
    echelon: list[tuple[Hashable, Row, Row]] = []  # pivot, row, how it is made from the base
    written: list[Row] = []  # each vector in terms of the base
    for place, vector in enumerate(vectors):
        rest: Row = {cell: Fraction(value) for cell, value in vector.items() if value}
        made: Row = {}
        for pivot, row, origin in echelon:
            if factor := rest.get(pivot):
                _add(rest, row, -factor)
                _add(made, origin, factor)
        if rest:
            pivot = min(rest, key=str)
            scale = 1 / rest[pivot]
            origin = {cell: -value * scale for cell, value in made.items()} | {place: scale}
            echelon.append((pivot, {cell: value * scale for cell, value in rest.items()}, origin))
            base.append(place)
            made = {place: Fraction(1)}
        written.append(made)
    return _parts(written, base)


def _add(row: Row, other: Row, factor: Fraction) -> None:
    for cell, value in other.items():
        total = row.get(cell, Fraction(0)) + factor * value
        if total:
            row[cell] = total
        else:
            row.pop(cell, None)


def _parts(written: Sequence[Row], base: Sequence[int]) -> list[Bundle]:
    pairs = np.array([(i, j) for i, row in enumerate(written) for j in row]).reshape(-1, 2)
    ties = coo_array((np.ones(len(pairs)), tuple(pairs.T)), shape=(len(written),) * 2)
    count, label = connected_components(ties, directed=False)
    found = []
    for part in range(count):
        members = tuple(int(i) for i in np.flatnonzero(label == part))
        axes = [i for i in base if label[i] == part]
        rows = []
        for i in members:
            scale = lcm(*(value.denominator for value in written[i].values()))
            rows.append([int(written[i].get(axis, 0) * scale) for axis in axes])
        found.append(Bundle(members, np.array(rows, dtype=np.int64).reshape(len(members), -1)))
    return found
