"""From sparse rows to the combinations that are zero on every big atom, in whole numbers."""

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import gcd

import numpy as np
from scipy.sparse import csr_array

from leerkring.practice.scans.ledger.released import Numbers
from leerkring.practice.scans.ledger.spaces import Mask

Row = dict[int, int]


@dataclass(frozen=True)
class Remainder:
    """small: rows without big columns. stuck: rows that have some, where going on would cost."""

    small: list[Row]
    stuck: list[Row]


def without_private(matrix: csr_array, big: Mask) -> Numbers:
    """Rows that may take part in a combination that is zero on all big columns.

    A row with a big column that no other row has cannot; without it the next may have one.
    """
    alive = np.arange(matrix.shape[0])
    matrix = matrix[:, np.flatnonzero(big)]
    while len(alive):
        rest = matrix[alive]
        owned = np.bincount(rest.indices, minlength=matrix.shape[1]) == 1
        private = np.add.reduceat(np.append(owned[rest.indices], False), rest.indptr[:-1])
        private[np.diff(rest.indptr) == 0] = 0  # reduceat gives an empty row its neighbour's entry
        if not private.any():
            break
        alive = alive[private == 0]
    return alive


def eliminated(rows: Sequence[Mapping[int, int]], big: Mask, steps: int) -> Remainder:
    """Take pivots in big columns, shortest rows first, and drop the pivot rows.

    What remains spans the combinations of `rows` that are zero on the pivot columns; those in
    `small` are zero on all big columns. In a tree the shortest row is a lowest unit, and taking it
    off all units above it is the subtraction that a reader would do.

    steps  how many entries may be touched before the rest is left `stuck`
    """
    left: dict[int, Row] = {number: dict(row) for number, row in enumerate(rows)}
    holders: dict[int, set[int]] = {}
    for number, row in left.items():
        for column in row:
            if big[column]:
                holders.setdefault(column, set()).add(number)
    queue = [(len(row), number) for number, row in left.items()]
    heapq.heapify(queue)
    small: list[Row] = []
    while queue and steps > 0:
        length, number = heapq.heappop(queue)
        if number not in left or len(left[number]) != length:
            continue  # it was changed since, and stands further on in the queue
        row = left[number]
        wide = [column for column in row if big[column]]
        steps -= length
        if not wide:
            small.append(left.pop(number))
            continue
        pivot = min(wide, key=lambda column: (len(holders[column]), column))
        cost = (len(holders[pivot]) - 1) * length
        if cost > steps:
            break
        steps -= cost
        for other in sorted(holders[pivot] - {number}):
            _take_off(left[other], row, pivot, other, holders)
            heapq.heappush(queue, (len(left[other]), other))
        for column in wide:
            holders[column].discard(number)
        del left[number]
    return Remainder([row for row in small if row], list(left.values()))


def _take_off(
    target: Row, row: Row, pivot: int, number: int, holders: Mapping[int, set[int]]
) -> None:
    """target * a - row * b without the pivot column, divided by what all entries share."""
    a, b = row[pivot], target[pivot]
    share = gcd(a, b)
    a, b = a // share, b // share
    if a != 1:
        for column in target:
            target[column] *= a
    for column, value in row.items():
        total = target.get(column, 0) - value * b
        if total:
            target[column] = total
            if column in holders:
                holders[column].add(number)
        else:
            target.pop(column, None)
            if column in holders:
                holders[column].discard(number)
    if a not in (1, -1):
        share = gcd(*target.values()) or 1
        for column in target:
            target[column] //= share
