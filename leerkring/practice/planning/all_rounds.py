"""Every round at once: the exchange of two people in one round that wins most over all rounds.

One round after another can paint itself into a corner that no single round leads out of. As in
Dotú & Van Hentenryck (2007), «Scheduling social tournaments locally», AI Communications 20(3),
151-162: a tabu search over exchanges in all rounds, shaken when nothing better comes. Unlike there,
the gain of every exchange is computed in one step.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
Whole = NDArray[np.int64]
PATIENCE = 250


@dataclass(frozen=True)
class Prices:
    """What it costs that two sit together, (n, n): at any time; once more; and a wish, at once.

    `wished` is 1 for a pair that would like to sit together once; `wish` is what that is worth.
    """

    standing: Matrix
    again: float
    wished: Matrix
    wish: float

    def of(self, rounds: Sequence[Whole] | Whole) -> float:
        """A pair that sits together k times costs k standing prices and k(k - 1)/2 times `again`:
        the third time they sit together once more with both times before."""
        met = together(np.asarray(rounds)).sum(axis=0)
        cost = self.standing * met + self.again * met * (met - 1) / 2
        return float((cost + self.wish * (self.wished * (met > 0))).sum() / 2)


def together(rounds: Whole) -> Matrix:
    """(rounds, n, n) with 1 for each pair at one table, from (rounds, n) tables."""
    out = (rounds[:, :, None] == rounds[:, None, :]).astype(float)
    out[:, np.arange(out.shape[1]), np.arange(out.shape[1])] = 0.0
    return out


def search_all(
    rounds: Sequence[Whole],
    groups: int,
    prices: Prices,
    *,
    least: float,
    steps: int,
    rng: np.random.Generator,
) -> list[Whole]:
    """The cheapest rounds found in `steps` exchanges; at a cost of `least` there is no more to win.

    Every table keeps its size.
    """
    here = np.array(rounds)
    best, lowest = here.copy(), prices.of(here)
    base, base_cost, since = best, lowest, 0
    cost, until, now = lowest, np.zeros((*here.shape, groups), dtype=np.int64), 0
    local = cost
    while lowest > least + 1e-9 and now < steps:
        now += 1
        change = _changes(here, groups, prices)
        r, p, q = _cheapest(change, here, until, now, lowest - cost)
        if r < 0:
            since = PATIENCE
        else:
            cost += float(change[r, p, q])
            _exchange(here, until, (r, p, q), now + int(rng.integers(3, 11)))
            since += 1
        if cost < local - 1e-9:
            local, since = cost, 0
        if cost < lowest - 1e-9:
            best, lowest = here.copy(), cost
        if since >= PATIENCE:
            if local <= base_cost or rng.random() < 0.05:
                base, base_cost = here.copy(), cost
            here = (best if rng.random() < 0.3 else base).copy()
            _shake(here, rng)
            cost = local = prices.of(here)
            until[:], since = 0, 0
    return list(best)


def _changes(here: Whole, groups: int, prices: Prices) -> Matrix:
    """(rounds, n, n): what the cost changes when two exchange tables in a round."""
    beside = together(here)
    before = beside.sum(axis=0) - beside
    price = prices.standing + prices.again * before + prices.wish * prices.wished * (before == 0)
    member = np.zeros((*here.shape, groups))
    np.put_along_axis(member, here[:, :, None], 1.0, axis=2)
    to = price @ member
    there = np.take_along_axis(to, np.broadcast_to(here[:, None, :], price.shape), axis=2)
    there -= np.take_along_axis(to, here[:, :, None], axis=2)
    change = there + there.transpose(0, 2, 1) - 2 * price
    change[here[:, :, None] == here[:, None, :]] = np.inf
    return np.asarray(change)


def _cheapest(
    change: Matrix, here: Whole, until: Whole, now: int, wanted: float
) -> tuple[int, int, int]:
    """Round and pair of the cheapest exchange that is allowed; (-1, -1, -1) when there is none.

    What is forbidden is allowed all the same when it saves more than `wanted` (below zero).
    """
    best = change.argmin()
    if change.flat[best] >= wanted - 1e-9:
        bound = np.broadcast_to(here[:, None, :], change.shape)
        forbidden = np.take_along_axis(until, bound, axis=2) >= now
        change = np.where(forbidden | forbidden.transpose(0, 2, 1), np.inf, change)
        lowest = change.min()
        if lowest == np.inf:
            return -1, -1, -1
        even = np.flatnonzero(change == lowest)
        best = even[now * 7919 % len(even)]  # not always the first: the others are as good
    r, p, q = np.unravel_index(best, change.shape)
    return int(r), int(p), int(q)


def _exchange(here: Whole, until: Whole, step: tuple[int, int, int], forbidden: int) -> None:
    r, p, q = step
    until[r, p, here[r, p]] = until[r, q, here[r, q]] = forbidden
    here[r, p], here[r, q] = here[r, q], here[r, p]


def _shake(here: Whole, rng: np.random.Generator) -> None:
    rounds, people = here.shape
    for _ in range(int(rng.integers(3, 4 + rounds * people // 12))):
        r, (p, q) = rng.integers(rounds), rng.choice(people, 2, replace=False)
        here[r, p], here[r, q] = here[r, q], here[r, p]
