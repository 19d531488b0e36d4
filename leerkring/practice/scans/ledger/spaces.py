"""A linear space over people, and the part of it where vectors on few people must be."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_array

from leerkring.practice.scans.ledger.modular import WIDE, annihilate, product, stretches
from leerkring.practice.scans.ledger.released import Numbers

Mask = NDArray[np.bool_]


class Undecided(Exception):
    """The bound on the work was reached before there was an answer."""


@dataclass
class Work:
    """Steps that may still be spent; a step is a multiplication."""

    left: int

    def spend(self, steps: int) -> None:
        """Raises Undecided when there are fewer left."""
        self.left -= steps
        if self.left < 0:
            raise Undecided


@dataclass(frozen=True)
class Space:
    """The row space of `combinations` @ `matrix` modulo `prime`, not multiplied out.

    combinations  (d, m), independent
    matrix        (m, atoms * width): `width` columns for each atom, side by side
    heads         (atoms,) people in each
    work          what is done with the space is taken off this
    """

    combinations: Numbers
    matrix: csc_array | Numbers
    heads: Numbers
    width: int
    prime: int
    work: Work

    def __len__(self) -> int:
        return len(self.combinations)

    @property
    def atoms(self) -> Numbers:
        return np.arange(len(self.heads))

    def columns(self, atoms: Numbers) -> csc_array | Numbers:
        """(m, len(atoms) * width) of the matrix."""
        return self.matrix[:, columns_of(atoms, self.width)]

    def only(self, atoms: Numbers) -> "Space":
        """The same vectors, seen on these atoms alone."""
        return replace(self, matrix=self.columns(atoms), heads=self.heads[atoms])

    def zero_on(self, atoms: Numbers) -> "Space":
        """The vectors that are zero on these atoms."""
        return self.spanning(atoms)[0]

    def spanning(self, atoms: Numbers) -> tuple["Space", Numbers]:
        """The vectors that are zero on these atoms, and some of the atoms that see to that."""
        left = self.combinations
        used: list[int] = []
        for piece in stretches(len(atoms), max(1, WIDE // self.width)):
            if not len(left):
                break
            columns = self.columns(atoms[piece])
            self.work.spend(left.size * columns.shape[1])
            left, chosen = annihilate(left, columns, self.prime)
            used += [piece.start + column // self.width for column in chosen]
        return replace(self, combinations=left), atoms[np.unique(np.array(used, dtype=np.int64))]

    def rows(self) -> Numbers:
        """(d, atoms * width), multiplied out."""
        self.work.spend(self.combinations.size * self.matrix.shape[1])
        return product(self.combinations, self.matrix, self.prime)

    def touched(self) -> Mask:
        """(d, atoms): which vectors are not zero on which atoms."""
        return (self.rows().reshape(len(self), len(self.heads), self.width) != 0).any(axis=2)


def thinned(space: Space, atoms: Numbers, budget: int) -> list[Space]:
    """Ever larger parts of the space; the last holds all its vectors on at most `budget` people.

    From these atoms budget + 1 layers are taken one by one, nobody in two of them, each spanning
    all that is left; part i holds the vectors that are zero on layer i. A vector on at most
    `budget` people is zero on some layer altogether, so it is zero on all that this layer spans,
    and that is what the later layers were taken from. So it is zero on the last layer.
    """
    heads = space.heads.copy()
    parts: list[Space] = []
    for _ in range(budget + 1):
        part, used = space.spanning(atoms[heads[atoms] > 0])
        heads[used] -= 1
        parts.append(part)
    return parts


def columns_of(atoms: Numbers, width: int) -> Numbers:
    """Where these atoms stand in a matrix with `width` columns for each."""
    return (atoms[:, None] * width + np.arange(width)).ravel()
