"""Whether figures, taken together, say something about fewer than k people.

From all that is published a reader can make every linear combination. One that is zero on all but
1..k-1 people is a figure about those people. Everyone in an atom gets the same factor in every
combination, so such a combination is zero on each atom of k heads or more ("big"). First those are
eliminated: in whole numbers where the rows are sparse, else modulo two primes. Among what is left
(in a tree: per row the answers that no shown unit below covers) `supports` searches.
"""

from enum import Enum, auto

import numpy as np

from leerkring.practice.scans.ledger.elimination import Row, eliminated, without_private
from leerkring.practice.scans.ledger.figure_rows import FigureRows
from leerkring.practice.scans.ledger.modular import PRIMES, annihilate, stretches
from leerkring.practice.scans.ledger.released import Numbers
from leerkring.practice.scans.ledger.spaces import Space, Work, columns_of, thinned
from leerkring.practice.scans.ledger.supports import light

ENTRIES = 300_000  # with more than these, rows are not gone through one by one
STEPS = 2_000_000  # entries that may be touched in whole numbers
SAMPLE = 4  # of each figure, so many times k atoms are looked at first


def leaks(found: FigureRows, k: int, work: Work, *, entries: int = ENTRIES) -> bool:
    """Whether a combination of the figures, other than zero, lies on fewer than k people.

    A matrix with more than `entries` entries goes straight to the primes. Raises Undecided when
    `work` runs out.
    """
    big = found.big(k)
    kept = found.rows(without_private(found.matrix, big))
    rows: list[Row] | None = None
    if kept.matrix.nnz <= entries:
        rest = eliminated(kept.as_dicts(), big, STEPS)
        if any(kept.people(row) < k for row in rest.small):
            return True
        rows = [*rest.small, *rest.stuck]
    for prime in PRIMES:
        image = kept if rows is None else kept.replaced(rows, prime)
        findings = [_finding(part, k, prime, work) for part in image.parts()]
        if Finding.LEAK in findings or all(f is Finding.SAFE for f in findings):
            return Finding.LEAK in findings
    return False


class Finding(Enum):
    """What a look modulo a prime tells; SEEMS_SAFE: unless the prime hides some of the span."""

    LEAK = auto()
    SAFE = auto()
    SEEMS_SAFE = auto()


def _finding(part: FigureRows, k: int, prime: int, work: Work) -> Finding:
    work.spend(part.matrix.shape[0] ** 3 // 4)  # before taking memory for it
    used = np.flatnonzero(np.bincount(part.matrix.indices))
    is_big = part.big(k)[used]
    big = part.matrix[:, used[is_big]].tocsc()
    left = np.eye(big.shape[0], dtype=np.int64)
    for piece in stretches(big.shape[1]):
        work.spend(left.size * (piece.stop - piece.start))
        left, _ = annihilate(left, big[:, piece], prime)
        if not len(left):
            return Finding.SAFE
    atoms, enough = _spread(part, np.unique(used[~is_big] // part.width), k)
    columns = part.matrix[:, columns_of(atoms, part.width)].tocsc()
    space = Space(left, columns, part.heads[atoms], part.width, prime, work)
    # Where figures are about many people, a few of each mostly show that all is well.
    first, *_, last = thinned(space, space.atoms[:enough], k - 1)
    if light(last, k - 1):
        return Finding.LEAK
    # Zero rows would be zero on the first layer too: without any, the rows are independent.
    return Finding.SEEMS_SAFE if len(first) else Finding.SAFE


def _spread(part: FigureRows, atoms: Numbers, k: int) -> tuple[Numbers, int]:
    """These atoms in such an order that every figure soon has some; how many to try first."""
    chance = np.random.default_rng(1)
    turn = np.full(len(part.heads), len(part.heads))
    for own in part.atoms():
        turn[own] = np.minimum(turn[own], chance.permutation(len(own)))
    order = np.argsort(turn[atoms], kind="stable")
    return atoms[order], int(np.sum(turn[atoms] < SAMPLE * k))
