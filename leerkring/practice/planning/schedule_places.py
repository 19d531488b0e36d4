"""Who takes which place in rounds that are made already, so that it hurts least.

Two people who change places change them in every round, so who meets whom stays as good as it was.
That is a quadratic assignment; it is sought by tabu search over all exchanges at once (Taillard
1991, «Robust taboo search for the quadratic assignment problem», Parallel Computing 17).
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from leerkring.practice.planning.orthogonal_rounds import without_repeats

Matrix = NDArray[np.float64]
Whole = NDArray[np.int64]


def laid_out(
    organisations: Sequence[str], groups: int, rounds: int, cost: Matrix, steps: int
) -> list[Whole] | None:
    """Rounds without repeats, (n,) tables each, with everybody where `cost` (n, n) is low.

    None when no such rounds are known. Columns of the design take one organisation after another:
    there nobody meets. Where tables differ in size, the empty chairs are all of the last column,
    so that no table has two.
    """
    people = len(organisations)
    size = -(-people // groups)
    design = without_repeats(groups, size, rounds)
    empty = groups * size - people
    if len(design) < rounds or not _even(design[:, :people], groups, people):
        return None
    beside = (design[:, :people, None] == design[:, None, :people]).sum(axis=0).astype(float)
    np.fill_diagonal(beside, 0.0)
    place = _sought(_in_columns(organisations, groups, empty), beside, cost, steps)
    return [_largest_first(one[place], groups) for one in design]


def _even(design: Whole, groups: int, people: int) -> bool:
    counts = [np.bincount(one, minlength=groups) for one in design]
    return all(count.max() - count.min() <= 1 for count in counts)


def _largest_first(seats: Whole, groups: int) -> Whole:
    """The same tables, numbered so that the larger come first."""
    number = np.empty(groups, dtype=np.int64)
    number[np.argsort(-np.bincount(seats, minlength=groups), kind="stable")] = np.arange(groups)
    return number[seats]


def _in_columns(organisations: Sequence[str], groups: int, empty: int) -> Whole:
    """(n,): the place of each person; each organisation in the fullest column that still holds it.

    What no column holds is spread over what is left.
    """
    members: dict[str, list[int]] = {}
    for person, name in enumerate(organisations):
        members.setdefault(name or f"\0{person}", []).append(person)
    columns = -(-len(organisations) // groups)
    room = [groups] * (columns - 1) + [groups - empty]
    place, left = np.zeros(len(organisations), dtype=np.int64), []
    next_row = [0] * columns
    for own in sorted(members.values(), key=lambda own: (-len(own), own)):
        fits = [column for column in range(columns) if room[column] >= len(own)]
        column = min(fits, key=lambda column: room[column], default=-1)
        for person in own if fits else ():
            place[person] = column * groups + next_row[column]
            next_row[column] += 1
            room[column] -= 1
        left += [] if fits else own
    free = [c * groups + r for c in range(columns) for r in range(next_row[c], groups)]
    for person, spot in zip(left, free, strict=False):
        place[person] = spot
    return place


def _sought(place: Whole, beside: Matrix, cost: Matrix, steps: int) -> Whole:
    """The best places found in `steps` exchanges; `beside` (n, n) counts meetings of places."""
    place, count = place.copy(), len(place)
    until, everybody = np.zeros((count, count), dtype=np.int64), np.arange(count)
    best, value = place.copy(), float((cost * beside[np.ix_(place, place)]).sum() / 2)
    lowest, at_least = value, float(np.minimum(cost, 0.0).sum() / 2)
    for step in range(1, steps + 1):
        if lowest <= at_least:
            break
        meets = beside[np.ix_(place, place)]
        mixed = cost @ meets
        own = np.diagonal(mixed)
        change = mixed + mixed.T - own[:, None] - own[None, :] + 2 * cost * meets
        np.fill_diagonal(change, np.inf)
        forbidden = until[everybody[:, None], place[None, :]] >= step
        forbidden &= step <= until[everybody[:, None], place[None, :]].T
        change[forbidden & (value + change >= lowest - 1e-9)] = np.inf
        p, q = divmod(int(change.argmin()), count)
        if change[p, q] == np.inf:
            break
        value += float(change[p, q])
        until[p, place[p]] = until[q, place[q]] = step + 4 + step % 7 + count // 8
        place[p], place[q] = place[q], place[p]
        if value < lowest - 1e-9:
            best, lowest = place.copy(), value
    return best
