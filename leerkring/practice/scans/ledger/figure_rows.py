"""Figures as rows of a sparse matrix, with columns for each atom."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from scipy.sparse import csr_array

from leerkring.practice.scans.ledger.atoms import Atoms
from leerkring.practice.scans.ledger.released import Numbers
from leerkring.practice.scans.ledger.spaces import Mask


@dataclass(frozen=True)
class FigureRows:
    """matrix: (figures, atoms * width), `width` columns for each atom, side by side.

    heads  (atoms,) people in each
    """

    matrix: csr_array
    heads: Numbers
    width: int

    def big(self, k: int) -> Mask:
        """(columns,) those of atoms with k heads or more."""
        return np.repeat(self.heads >= k, self.width)

    def rows(self, chosen: Numbers) -> "FigureRows":
        return replace(self, matrix=self.matrix[chosen])

    def as_dicts(self) -> list[dict[int, int]]:
        """Per row column -> value."""
        columns, values = self.matrix.indices.tolist(), self.matrix.data.tolist()
        return [
            dict(zip(columns[start:end], values[start:end], strict=True))
            for start, end in pairwise(self.matrix.indptr.tolist())
        ]

    def replaced(self, rows: Sequence[Mapping[int, int]], prime: int) -> "FigureRows":
        """Other rows over the same atoms, modulo a prime."""
        ends = np.cumsum([0, *(len(row) for row in rows)])
        columns = np.array([column for row in rows for column in row], dtype=np.int64)
        values = np.array(
            [_centred(v, prime) for row in rows for v in row.values()], dtype=np.int64
        )
        shape = (len(rows), self.matrix.shape[1])
        return replace(self, matrix=csr_array((values, columns, ends), shape))

    def people(self, row: Mapping[int, int]) -> int:
        """How many people a row is not zero on."""
        return int(sum(self.heads[atom] for atom in {column // self.width for column in row}))

    def parts(self) -> Iterator["FigureRows"]:
        """Rows that hang together because they share atoms."""
        for group in together(self.atoms(), len(self.heads)):
            yield self.rows(group)

    def atoms(self) -> list[Numbers]:
        """Per row the atoms it has an entry on (once for each entry)."""
        atoms = self.matrix.indices // self.width
        return [atoms[start:end] for start, end in pairwise(self.matrix.indptr)]


def _centred(value: int, prime: int) -> int:
    """The smallest number, by size, that is the same modulo the prime."""
    rest = value % prime
    return rest - prime if rest > prime // 2 else rest


def figure_rows(atoms: Atoms, coordinates: Numbers) -> FigureRows:
    """coordinates: (figures, width), what each figure adds up for each of its people."""
    width = coordinates.shape[1]
    sizes = [len(each) for each in atoms.sets]
    owner = np.repeat(np.arange(len(sizes)), sizes)
    atom = np.concatenate([*atoms.sets, np.empty(0, dtype=np.int64)])
    columns = (atom[:, None] * width + np.arange(width)).ravel()
    values = coordinates[owner].ravel()
    place = (np.repeat(owner, width)[values != 0], columns[values != 0])
    matrix = csr_array((values[values != 0], place), (len(sizes), len(atoms.heads) * width))
    return FigureRows(matrix, atoms.heads, width)


def together(rows: Sequence[Numbers], atoms: int) -> list[Numbers]:
    """Groups of rows (each given by its atoms) that share no atom with another group."""
    above = list(range(len(rows)))
    last = np.full(atoms, -1, dtype=np.int64)  # row that held an atom most recently

    def top(row: int) -> int:
        while above[row] != row:
            above[row] = above[above[row]]
            row = above[row]
        return row

    for number, row in enumerate(rows):
        for other in np.unique(last[row]).tolist():
            if other >= 0:
                above[top(other)] = number
        last[row] = number
    groups: dict[int, list[int]] = {}
    for number in range(len(rows)):
        groups.setdefault(top(number), []).append(number)
    return [np.array(group, dtype=np.int64) for group in groups.values()]
