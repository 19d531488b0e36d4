"""People who are in exactly the same figures, merged: an atom and how many heads it counts."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from leerkring.practice.scans.ledger.released import Numbers


@dataclass(frozen=True)
class Atoms:
    """heads: (atoms,) people in each. sets: per set the atoms it is made of, in order."""

    heads: Numbers
    sets: tuple[Numbers, ...]


def merged(sets: Sequence[Numbers], heads: Numbers | None = None) -> Atoms:
    """The coarsest atoms of which every set is a union.

    `heads`: how many people a number stands for, (highest number + 1,); one when left out.

    Each set gets a random word and each person the sum of the words of the sets they are in.
    Persons with equal sums are merged; should two different ones ever coincide, some set would hold
    part of an atom. That is checked by counting, and then other words are drawn: never by luck.
    """
    top = max((int(each[-1]) + 1 for each in sets if len(each)), default=0)
    chance = np.random.default_rng(1)
    inside = np.zeros(top, dtype=bool)
    for each in sets:
        inside[each] = True
    anyone = np.flatnonzero(inside)
    while True:
        words = chance.integers(0, 2**64, len(sets), dtype=np.uint64)
        sums = np.zeros(top, dtype=np.uint64)
        for each, word in zip(sets, words, strict=True):
            sums[each] += word
        _, first, atom, people = np.unique(
            sums[anyone], return_index=True, return_inverse=True, return_counts=True
        )
        atom_of = np.full(top, -1, dtype=np.int64)
        atom_of[anyone[first]] = np.arange(len(first))  # one person speaks for the atom
        found = [atom_of[each] for each in sets]
        found = [np.sort(each[each >= 0]) for each in found]
        if all(people[f].sum() == len(each) for f, each in zip(found, sets, strict=True)):
            break
    counts = people if heads is None else np.bincount(atom, heads[anyone], len(people))
    return Atoms(counts.astype(np.int64), tuple(found))
