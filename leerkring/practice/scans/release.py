"""What may be shown to whom: which units of a tree get a figure, so that no small group shows.

A unit that is shown publishes a total over everyone in and under it. Write it as a 0/1 vector over
persons. Readers can add and subtract, so they hold every linear combination of the shown vectors;
no such combination may be the vector of a group of 1..k-1 persons.

**The rule.** Let R(u) be the persons of a shown unit u who are in no shown unit below it: the
direct members of u and of the withheld units between u and the next shown ones. A choice is safe
if and only if each R(u) holds 0 or at least k persons.

*Proof.* The sets R(u) are disjoint, and 1_u is the sum of R(v) over the shown v in and under u, so
subtracting from the bottom up gives each R(u) back: both families span the same space. A vector in
the span of disjoint sets is constant on each of them, hence a 0/1 vector in it is a union of
non-empty R(u), and the smallest such union is one R(u). (If u holds anyone, some R(v) in u is not
empty, so a shown unit has at least k answers; an empty one shows nothing and is never shown.)

**As little as possible.** A withheld figure costs the answers it rests on. Among the safe choices
`release_tree` takes one with the lowest sum of answers over withheld units, then with the fewest
withheld units, then by the order of keys. It is exact: a knapsack from the leaves up, whose state
is how many answers of a subtree no shown unit covers yet, counted to k. O(units x k^2) at most.
"""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass

# Of a subtree: uncovered answers (counted to k) -> lowest cost; and how that cost came about.
Costs = dict[int, int]
Origins = dict[int, tuple[int, int]]


@dataclass(frozen=True)
class Unit:
    """A group in a tree. `direct`: answers given in the unit itself, not in a unit below it."""

    key: str
    parent: str | None
    direct: int


@dataclass(frozen=True)
class Release:
    """`shown` and `withheld` (key -> Dutch reason), both in the order the units were given."""

    shown: tuple[str, ...]
    withheld: dict[str, str]


def reason(k: int) -> str:
    """Why a unit is withheld: the same sentence for all of them.

    A reason of its own for "too few answers", "nobody answered" and "held back for another's sake"
    would tell which unit is the small or the empty one.
    """
    return (
        "Achtergehouden: met dit cijfer erbij kan te herleiden zijn wat een groep van minder "
        f"dan {k} mensen heeft geantwoord."
    )


def release_tree(units: Sequence[Unit], k: int, *, among: Collection[str] | None = None) -> Release:
    """The safe choice that withholds as few answers as any safe choice does.

    `among` limits which units may be shown: chosen from what a wider release shows, the choice is
    safe by its own k, and both together are safe by the k of the wider one. Several units may be
    without a parent; an answer given directly in a unit with units below it counts as a child that
    is never shown.

    Raises ValueError for k below 1, a key used twice, an unknown parent, a circle, or a negative
    number.
    """
    if k < 1:
        raise ValueError(f"k must be at least 1, not {k}")
    ranked = sorted(units, key=lambda unit: unit.key)  # so that the order of rows is no matter
    parents = _parents(ranked)
    order = _top_down(ranked, parents)
    chosen = None if among is None else frozenset(among)
    allowed = [chosen is None or unit.key in chosen for unit in ranked]
    totals = [unit.direct for unit in ranked]
    inner: list[Costs] = [{min(unit.direct, k): 0} for unit in ranked]
    whole: list[Costs] = [{} for _ in ranked]
    under: list[int | None] = [None for _ in ranked]  # what a unit leaves uncovered when shown
    folded: list[list[tuple[int, Origins]]] = [[] for _ in ranked]
    for place in reversed(order):
        price = totals[place] * (len(ranked) + 1) + 1  # answers first, then units
        costs = whole[place] = {rest: cost + price for rest, cost in inner[place].items()}
        if allowed[place] and totals[place]:
            cost, rest = min((inner[place].get(rest, math.inf), rest) for rest in (0, k))
            if cost < costs.get(0, math.inf):
                costs[0], under[place] = int(cost), rest
        parent = parents[place]
        if parent is not None:
            totals[parent] += totals[place]
            inner[parent], origins = _fold(inner[parent], costs, k)
            folded[parent].append((place, origins))
    shown = _walk_back(order, parents, whole, under, folded)
    keys = {ranked[place].key for place in shown}
    sentence = reason(k)
    return Release(
        tuple(unit.key for unit in units if unit.key in keys),
        {unit.key: sentence for unit in units if unit.key not in keys},
    )


def _parents(units: Sequence[Unit]) -> list[int | None]:
    places = {unit.key: place for place, unit in enumerate(units)}
    if len(places) < len(units):
        raise ValueError("a key is used twice")
    for unit in units:
        if unit.direct < 0:
            raise ValueError(f"{unit.key!r} has a negative number of answers")
        if unit.parent is not None and unit.parent not in places:
            raise ValueError(f"{unit.key!r} has an unknown parent {unit.parent!r}")
    return [None if unit.parent is None else places[unit.parent] for unit in units]


def _top_down(units: Sequence[Unit], parents: Sequence[int | None]) -> list[int]:
    """Places of the units, each after its parent."""
    children: list[list[int]] = [[] for _ in units]
    order: list[int] = []
    for place, parent in enumerate(parents):
        (order if parent is None else children[parent]).append(place)
    for place in order:  # grows while it is walked
        order.extend(children[place])
    if len(order) < len(units):
        stray = set(range(len(units))).difference(order)
        raise ValueError(f"{units[min(stray)].key!r} is in or under a circle of parents")
    return order


def _fold(costs: Costs, child: Costs, k: int) -> tuple[Costs, Origins]:
    """Add a child to what its elder siblings cost: for each sum of leftovers, the cheapest way."""
    best: Costs = {}
    origins: Origins = {}
    for rest, paid in costs.items():
        for extra, price in child.items():
            both = min(rest + extra, k)
            if both not in best or paid + price < best[both]:
                best[both] = paid + price
                origins[both] = (rest, extra)
    return best, origins


def _walk_back(
    order: Sequence[int],
    parents: Sequence[int | None],
    whole: Sequence[Costs],
    under: Sequence[int | None],
    folded: Sequence[Sequence[tuple[int, Origins]]],
) -> list[int]:
    """From the roots down, which units the cheapest choice shows."""
    shown = []
    left: dict[int, int] = {}
    for place in order:
        if parents[place] is None:  # nobody looks on from above: any leftover will do
            left[place] = min(whole[place], key=lambda rest: (whole[place][rest], rest))
        rest = left[place]
        uncovered = under[place]
        if rest == 0 and uncovered is not None:
            shown.append(place)
            rest = uncovered
        for child, origins in reversed(folded[place]):
            rest, left[child] = origins[rest]
    return shown
