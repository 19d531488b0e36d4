"""Somebody who collects every figure and solves the linear system, in fractions and by hand.

Shares no code with the ledger: a column for each person and cell, row reduction over the
rationals, and every group of k-1 people tried.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

from leerkring.practice.scans.ledger.released import Released

Vector = dict[tuple, Fraction]


def vector(figure: Released) -> Vector:
    """The figure as a sum over persons and cells."""
    cells = figure.cells.items()
    return {(int(p), *cell): Fraction(sign) for p in figure.persons for cell, sign in cells}


def rank(vectors: Sequence[Vector]) -> int:
    echelon: list[tuple[tuple, Vector]] = []
    for given in vectors:
        rest = dict(given)
        for pivot, row in echelon:
            if factor := rest.get(pivot):
                for cell, value in row.items():
                    rest[cell] = rest.get(cell, Fraction(0)) - factor * value
        for pivot in [cell for cell, value in rest.items() if value][:1]:
            echelon.append((pivot, {c: v / rest[pivot] for c, v in rest.items() if v}))
    return len(echelon)


def isolates(figures: Sequence[Released], k: int) -> bool:
    """Whether some combination, other than zero, is about fewer than k people.

    It is, if and only if the figures span less once those people are left out.
    """
    vectors = [vector(figure) for figure in figures]
    people = sorted({int(p) for figure in figures for p in figure.persons})
    whole = rank(vectors)
    return any(
        rank([{c: v for c, v in row.items() if c[0] not in group} for row in vectors]) < whole
        for group in map(set, combinations(people, min(k - 1, len(people))))
    )
