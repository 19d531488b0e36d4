"""The maximally diverse grouping problem: put n elements into m groups, as far apart as can be.

The value of a grouping is the sum of d(i, j) over all pairs in the same group; it is to be as large
as possible, with every group between its smallest and its largest size. (With a negative d the same
search keeps apart who should not meet: see `groups`.)

The search is an iterated tabu search over swaps and moves, as in Palubeckis, Ostreika & Rubliauskas
(2015), «Maximally diverse grouping: an iterated tabu search approach», JORS 66(4), 579-592: climb
to the best neighbour that is not forbidden, forbid the way back for a while, and shake when nothing
better comes. Unlike there, the gain of every swap is computed in one step, on matrices; where sizes
are free the search begins at the sizes with the most pairs and shakes those too; and when shaking
has long brought nothing, it begins anew from another deal.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leerkring.practice.planning.group_sizes import most_uneven
from leerkring.practice.planning.neighbourhood import Neighbourhood

Matrix = NDArray[np.float64]
Groups = NDArray[np.int64]
Stop = Callable[[float, int], bool]
RESIZED = 0.3  # how often a shake also makes one group grow at the cost of another
ANEW = 15  # so many climbs in a row with nothing better, and the search begins anew


@dataclass(frozen=True)
class Sizes:
    """The smallest and the largest size of each group: two arrays of m whole numbers."""

    least: Groups
    most: Groups

    def __post_init__(self) -> None:
        if len(self.least) != len(self.most) or np.any(self.least > self.most):
            raise ValueError("each group needs a smallest size and a largest that is not below it")

    def __len__(self) -> int:
        return len(self.least)

    def allow(self, elements: int) -> bool:
        return bool(self.least.sum() <= elements <= self.most.sum())


@dataclass(frozen=True)
class Grouping:
    """The group of each element, (n,) from 0, and what it is worth."""

    groups: Groups
    value: float


def value_of(distance: Matrix, groups: Groups) -> float:
    """The sum of `distance`, (n, n) and symmetric, over the pairs in the same group."""
    together = groups[:, None] == groups[None, :]
    return float(distance[np.triu(together, 1)].sum())


def deal(elements: int, sizes: Sizes, rng: np.random.Generator) -> Groups:
    """Some grouping within the sizes: at random, filled up to the smallest sizes first.

    Raises ValueError when the sizes do not allow this many elements.
    """
    if not sizes.allow(elements):
        raise ValueError(f"{elements} elements do not fit in groups of these sizes")
    seats = np.repeat(np.arange(len(sizes)), sizes.least)
    spare = np.repeat(np.arange(len(sizes)), sizes.most - sizes.least)
    # the emptiest first, so that groups stay about as large as each other
    layer = (
        np.concatenate([np.arange(n) for n in sizes.most - sizes.least]) if len(spare) else spare
    )
    order = np.lexsort(
        (rng.random(len(spare)), layer + np.repeat(sizes.least, sizes.most - sizes.least))
    )
    chosen = np.concatenate([seats, spare[order][: elements - len(seats)]])
    return rng.permutation(chosen).astype(np.int64)


def search(
    distance: Matrix,
    sizes: Sizes,
    *,
    stop: Stop,
    rng: np.random.Generator,
    start: Groups | None = None,
    movable: NDArray[np.bool_] | None = None,
) -> Grouping:
    """The best grouping found before `stop(best value, steps done)` says so.

    `distance` is (n, n), symmetric, with zeros on the diagonal. `movable` (n,) holds who may change
    groups; the others stay where `start` has them. With a `start` it never begins anew.

    Raises ValueError when the sizes do not allow n elements.
    """
    groups = _begin(distance, sizes, rng) if start is None else start.copy()
    here = Neighbourhood(distance, groups, sizes.least, sizes.most, movable)
    best = Grouping(here.groups.copy(), here.value)
    base = top = best  # top: the best since it last began
    steps, idle, patience = 0, 0, 4 * len(distance) + 100
    while not stop(best.value, steps):

        def stop_here(value: float, more: int, so_far: Grouping = best, done: int = steps) -> bool:
            return stop(max(value, so_far.value), done + more)

        found, taken = _climb(here, patience, rng, stop_here)
        steps += taken
        if found.value >= base.value or rng.random() < 0.02:
            base = found
        idle += 1
        if found.value > top.value + 1e-9:
            top, idle = found, 0
            best = max(best, top, key=lambda one: one.value)
        elif rng.random() < 0.1:
            base = top
        if start is None and idle >= ANEW:
            here.return_to(_begin(distance, sizes, rng))
            base = top = Grouping(here.groups.copy(), here.value)
            idle = 0
            continue
        here.return_to(base.groups)
        if here.can_move and rng.random() < RESIZED:
            here.resize(rng)
        here.shake(int(rng.integers(2, max(4, len(distance) // 5))), rng)
    return Grouping(best.groups, value_of(distance, best.groups))


def _begin(distance: Matrix, sizes: Sizes, rng: np.random.Generator) -> Groups:
    """Dealt out; in groups as unlike in size as may be, where being together is worth something."""
    if distance.sum() > 0 and np.any(sizes.least < sizes.most) and sizes.allow(len(distance)):
        uneven = most_uneven(len(distance), sizes.least, sizes.most)
        sizes = Sizes(uneven, uneven)
    return deal(len(distance), sizes, rng)


def _climb(
    here: Neighbourhood, patience: int, rng: np.random.Generator, stop: Stop
) -> tuple[Grouping, int]:
    """Tabu search from where we are, until `patience` steps bring nothing better."""
    best, since, steps = Grouping(here.groups.copy(), here.value), 0, 0
    here.forgive()
    while since < patience and here.step(best.value, rng):
        steps += 1
        since += 1
        if here.value > best.value + 1e-9:
            best, since = Grouping(here.groups.copy(), here.value), 0
        if steps % 32 == 0 and stop(best.value, steps):
            break
    return best, max(steps, 1)
