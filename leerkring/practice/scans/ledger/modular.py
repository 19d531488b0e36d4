"""Linear algebra modulo a prime: exact where floating point would have to guess at zero.

Matrices are int64 with entries 0..prime-1. For a whole matrix the rank modulo a prime is at most
its rank over the rationals, and less only if the prime divides every largest minor.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_array

from leerkring.practice.scans.ledger.released import Numbers

PRIMES = (2_147_483_647, 2_147_483_629)
WIDE = 32  # columns at a time
DEEP = 128  # products added up before taking the remainder
TILE, TILE_WIDE = 2**18, 256  # multiplications; columns
EXACT = 2**53  # whole numbers up to here are exact in a float


def product(left: Numbers, right: Numbers | csc_array, prime: int) -> Numbers:
    """left @ right: in whole numbers if sparse, else in floats, in pieces too small to round."""
    if not isinstance(right, np.ndarray):
        if not right.nnz:
            return np.zeros((left.shape[0], right.shape[1]), dtype=np.int64)
        if np.abs(right.data).max() * prime * right.shape[0] < 2**63:
            return (right.T @ left.T).T % prime
        right = right.toarray()
    centred = np.where(right > prime // 2, right - prime, right).astype(float)
    short = np.abs(centred).max(initial=0) * prime * DEEP < EXACT
    total = np.zeros((left.shape[0], right.shape[1]), dtype=np.int64)
    for piece in stretches(left.shape[1], DEEP):
        some, other = left[:, piece], centred[piece]
        if not short:  # 2^16 * 2^30 * DEEP <= EXACT
            total += (_tiled(some >> 16, other) % prime) << 16
            some = some & 0xFFFF
        total += _tiled(some, other)
        total %= prime
    return total


def _tiled(left: Numbers, right: NDArray[np.float64]) -> Numbers:
    """left @ right, in tiles so small that no threads are started for them.

    Threads would be started for every piece of 32 columns, and on a busy machine waiting for them
    takes far longer than the multiplication.
    """
    found = np.empty((left.shape[0], right.shape[1]), dtype=np.int64)
    floats = left.astype(float)
    tall = max(1, TILE // (TILE_WIDE * max(1, left.shape[1])))
    for rows in stretches(left.shape[0], tall):
        for columns in stretches(right.shape[1], TILE_WIDE):
            found[rows, columns] = floats[rows] @ right[:, columns]
    return found


def pivots(matrix: Numbers, prime: int) -> tuple[list[int], list[int]]:
    """Rows and columns of a largest square part that can be inverted; columns first come."""
    left = matrix.copy()
    free = np.ones(len(left), dtype=bool)
    rows: list[int] = []
    columns: list[int] = []
    for column in range(left.shape[1]):
        found = np.flatnonzero(left[:, column])
        found = found[free[found]]
        if not len(found):
            continue
        row, others = found[0], found[1:]
        rows.append(int(row))
        columns.append(column)
        free[row] = False
        if len(rows) == len(left):
            break
        line = left[row, column + 1 :] * pow(int(left[row, column]), -1, prime) % prime
        left[others, column + 1 :] -= left[others, column, None] * line % prime
        left[others, column + 1 :] %= prime
    return rows, columns


def inverse(square: Numbers, prime: int) -> Numbers:
    """Of a matrix that can be inverted."""
    size = len(square)
    both = np.hstack([square, np.eye(size, dtype=np.int64)])
    for place in range(size):
        row = place + int(np.flatnonzero(both[place:, place])[0])
        both[[place, row]] = both[[row, place]]
        both[place] = both[place] * pow(int(both[place, place]), -1, prime) % prime
        others = np.flatnonzero(both[:, place])
        others = others[others != place]
        both[others] = (both[others] - both[others, place, None] * both[place] % prime) % prime
    return both[:, size:]


def annihilate(
    combinations: Numbers, columns: Numbers | csc_array, prime: int
) -> tuple[Numbers, list[int]]:
    """The combinations of rows, out of those given, that are zero on all the columns.

    combinations  (d, m): independent combinations of m rows
    columns       (m, c), best not more than `WIDE` at a time

    Returns (d - r, m) combinations, and which r columns made the difference.
    """
    values = product(combinations, columns, prime)
    rows, chosen = pivots(values, prime)
    if not rows:
        return combinations, chosen
    kept = np.ones(len(values), dtype=bool)
    kept[rows] = False
    square = inverse(values[rows][:, chosen], prime)
    factors = product(values[kept][:, chosen], square, prime)
    return (combinations[kept] - product(factors, combinations[rows], prime)) % prime, chosen


def stretches(size: int, wide: int = WIDE) -> Iterator[slice]:
    """0..size in pieces."""
    return (slice(start, min(start + wide, size)) for start in range(0, size, wide))


def reduced(matrix: Numbers, prime: int) -> tuple[Numbers, list[int]]:
    """Reduced row echelon form without zero rows, and its pivot columns."""
    left = np.eye(len(matrix), dtype=np.int64)
    columns: list[int] = []
    for piece in stretches(matrix.shape[1]):
        left, chosen = annihilate(left, matrix[:, piece], prime)
        columns += [piece.start + column for column in chosen]
        if not len(left):
            break
    rows, _ = pivots(matrix[:, columns], prime)
    square = inverse(matrix[rows][:, columns], prime)
    return product(square, matrix[rows], prime), columns
