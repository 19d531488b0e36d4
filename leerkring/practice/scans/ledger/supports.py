"""Does a linear space hold a vector that lies on only a few people?

In general this is as hard as finding the lightest word of a code, so the work is counted and
`Undecided` is raised when it runs out. Two exact reductions come first: the space is thinned (see
`spaces.thinned`), and a direct sum is searched part by part, since of every vector in it each part
is a vector in it too, and no heavier.

What is left is searched. A vector other than zero is not zero on some pivot atom: take the first
such atom as paid for, those before it as zero, and go on with what is left of the budget.
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from leerkring.practice.scans.ledger.modular import reduced
from leerkring.practice.scans.ledger.released import Numbers
from leerkring.practice.scans.ledger.spaces import Mask, Space, columns_of, thinned


def light(space: Space, budget: int) -> bool:
    """Whether a vector of the space other than zero lies on at most `budget` people.

    Raises Undecided when its work runs out.
    """
    while len(fewer := thinned(space, space.atoms, budget)[-1]) < len(space):
        space = fewer
    space, pivots = _tidied(space)
    if not len(space):
        return False
    touched = space.touched()
    if (touched @ space.heads).min() <= budget:
        return True
    if len(space) == 1:
        return False
    parts = list(_parts(touched))
    if len(parts) > 1:
        return any(light(_part(space, rows, atoms), budget) for rows, atoms in parts)
    return _branch(space, pivots, budget)


def _branch(space: Space, pivots: Numbers, budget: int) -> bool:
    for atom in pivots:  # none of more than `budget` heads: thinning puts those to zero
        others = space.only(np.delete(space.atoms, atom))
        if len(others.zero_on(others.atoms)):  # something lies on this atom alone
            return True
        if light(others, budget - int(space.heads[atom])):
            return True
        space = space.zero_on(atom[None])
        if not len(space):
            break
    return False


def _tidied(space: Space) -> tuple[Space, Numbers]:
    """Multiplied out in reduced form, without atoms that are zero throughout; its pivot atoms.

    Heavy atoms come first, so that they are the pivots and a branch costs the most it can.
    """
    rows = space.rows()
    used = np.flatnonzero(space.touched().any(axis=0))
    used = used[np.argsort(-space.heads[used], kind="stable")]
    space.work.spend(rows.size * len(rows))
    rows, columns = reduced(rows[:, columns_of(used, space.width)], space.prime)
    tidied = replace(
        space, combinations=np.eye(len(rows), dtype=np.int64), matrix=rows, heads=space.heads[used]
    )
    return tidied, np.unique(np.array(columns, dtype=np.int64) // space.width)


def _parts(touched: Mask) -> Iterator[tuple[Numbers, Numbers]]:
    """Rows and atoms of each part of the direct sum, read from the reduced form."""
    count, atoms = touched.shape
    rows, columns = np.nonzero(touched)
    ties = coo_array((np.ones(len(rows)), (rows, columns + count)), shape=(count + atoms,) * 2)
    parts, label = connected_components(ties, directed=False)
    for part in range(parts):
        yield np.flatnonzero(label[:count] == part), np.flatnonzero(label[count:] == part)


def _part(space: Space, rows: Numbers, atoms: Numbers) -> Space:
    return replace(space, combinations=space.combinations[rows]).only(atoms)
