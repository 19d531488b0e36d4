"""How many pairs that met before sit together whatever one does. Pure counting.

Sum(r * spread(U) - u(U)) - again, over disjoint sets U of people, where u(U) pairs of U never met,
is at most the number of pairs that met before and sit together in r rounds.
Proof: in each round at least spread(U) pairs of U share a table (pigeonhole, whatever the sizes),
so over all rounds at least r * spread(U) less the times that a pair sits together again are
different pairs. At most u(U) of these never met, and disjoint sets share no pair.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from leerkring.practice.planning.group_bounds import spread

# Cells of the tables in one search for sets: with more people it begins from fewer of them.
WORK = 20_000_000


def unavoidable_met(
    met: Iterable[frozenset[str]], groups: int, rounds: int = 1, again: int = 0
) -> int:
    """The least number of pairs of `met` that share one of `groups` tables in some round.

    again  how often at most a pair sits together again, over all rounds; one round has none of it

    It counts a team or a circle of k, in which everybody met, as `spread(k, groups)`; the sets are
    sought greedily, so a sharper bound may exist.
    """
    acquainted = _matrix({pair for pair in met if len(pair) == 2})
    once = _together(acquainted, groups, 1)
    return max(once, _together(acquainted, groups, rounds) - again if rounds > 1 else 0)


def _matrix(met: Iterable[frozenset[str]]) -> NDArray[np.bool_]:
    """(n, n) among those who met somebody."""
    pairs = [sorted(pair) for pair in met]
    place = {key: n for n, key in enumerate(sorted({key for pair in pairs for key in pair}))}
    out = np.zeros((len(place), len(place)), dtype=bool)
    for one, other in pairs:
        out[place[one], place[other]] = out[place[other], place[one]] = True
    return out


def _together(acquainted: NDArray[np.bool_], groups: int, rounds: int) -> int:
    """The sum of what each of some disjoint sets cannot avoid, sought until no set adds to it."""
    left, total = np.arange(len(acquainted)), 0
    while len(left) > groups:
        here = acquainted[np.ix_(left, left)]
        order, best, size = _grown(here, groups, rounds)
        taken = np.zeros(len(left), dtype=bool)
        for begun in np.argsort(-best, kind="stable"):
            chosen = order[begun, : size[begun]]
            if best[begun] > 0 and not taken[chosen].any():
                taken[chosen] = True
                total += int(best[begun])
        if not taken.any():
            break
        left = left[~taken]
    return total


def _grown(
    here: NDArray[np.bool_], groups: int, rounds: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """From each person a set that grows by whom most in it met, then by who met most others.

    Returns for s beginnings: (s, n) in which order people joined, (s,) the most that a set on the
    way cannot avoid, and (s,) how many were in it then.
    """
    people, met = len(here), here.sum(axis=1)
    begun = np.argsort(-met, kind="stable")[: max(1, WORK // people**2)]
    rows, order = np.arange(len(begun)), np.empty((len(begun), people), dtype=np.int64)
    unknown = (~here).astype(np.int64)
    strangers = np.zeros_like(order)  # of each person, those in the set; of who is in it, too many
    best, size, unmet = (np.zeros(len(begun), dtype=np.int64) for _ in range(3))
    for joined in range(people):
        who = (strangers * people - met).argmin(axis=1) if joined else begun
        order[:, joined] = who
        unmet += strangers[rows, who]
        strangers += unknown[who]
        strangers[rows, who] = 2 * people
        value = rounds * spread(joined + 1, groups) - unmet
        better = value > best
        best[better], size[better] = value[better], joined + 1
    return order, best, size
