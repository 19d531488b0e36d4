"""Rounds that come from one round by turning it: as many without repeats as counting allows.

The people stand in rings of `turn` places, and what is left over stands still. In every next round
each ring has moved on by one place, while the tables stay as they were in the first. Nobody meets
anybody twice when no two pairs of the first round lie as far apart in the same rings (a starter;
Colbourn & Dinitz, «Handbook of Combinatorial Designs», 2nd ed. 2007, VI.55). That 24 people in
fours can meet for seven rounds and 28 for nine has long been known (Harvey & Winterer 2005); these
first rounds were sought once, by annealing.
"""

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
Tables = tuple[tuple[int, ...], ...]

# (groups, size): the places in a ring, and the first round
FIRST_ROUNDS: dict[tuple[int, int], tuple[int, Tables]] = {
    (6, 4): (
        7,
        (
            (5, 10, 20, 22), (6, 7, 8, 12), (13, 15, 17, 18), (0, 11, 19, 21), (1, 3, 4, 14),
            (2, 9, 16, 23),
        ),
    ),
    (7, 4): (
        9,
        (
            (9, 15, 17, 22), (1, 8, 16, 26), (4, 18, 21, 23), (5, 10, 14, 25), (0, 12, 24, 27),
            (2, 3, 6, 13), (7, 11, 19, 20),
        ),
    ),
}  # fmt: skip


def turned(groups: int, size: int, rounds: int) -> Whole:
    """(found, groups * size): the table of everybody in each round, `found` of them at most."""
    people = groups * size
    if (groups, size) not in FIRST_ROUNDS:
        return np.zeros((0, people), dtype=np.int64)
    turn, tables = FIRST_ROUNDS[groups, size]
    first = np.zeros(people, dtype=np.int64)
    for table, seated in enumerate(tables):
        first[list(seated)] = table
    person = np.arange(people)
    in_ring = person < people // turn * turn
    back = [
        np.where(in_ring, person - person % turn + (person - step) % turn, person)
        for step in range(min(rounds, turn))
    ]
    return np.array([first[places] for places in back])
