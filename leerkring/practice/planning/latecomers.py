"""Who comes late and who stays away: seated anew in a second, with as few changes as can be."""

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from leerkring.practice.planning.diversity import search
from leerkring.practice.planning.groups import (
    AGAIN,
    Guest,
    Matrix,
    Mixed,
    Wishes,
    even_sizes,
    judged,
    standing_cost,
    tables,
)

Whole = NDArray[np.int64]


def seat_again(
    mixed: Mixed,
    guests: Sequence[Guest],
    *,
    gone: Collection[str] = (),
    arrived: Sequence[Guest] = (),
    begun: int = 0,
    wishes: Wishes | None = None,
    seed: int = 1,
    most_steps: int = 400,
) -> tuple[Mixed, tuple[Guest, ...]]:
    """The rounds for who is there now, and who that is.

    The first `begun` rounds have begun: there, who sits stays, and who comes late joins the table
    where it costs least. Later rounds keep their tables as far as they can stay even.

    Raises ValueError when fewer people are left than there are tables.
    """
    wishes = wishes or Wishes()
    now = (*(g for g in guests if g.key not in gone), *arrived)
    place = {guest.key: number for number, guest in enumerate(now)}
    count = len(mixed.rounds[0])
    sizes, rng = even_sizes(len(now), count), np.random.default_rng(seed)
    cost, found = standing_cost(now, wishes), []
    for number, before in enumerate(mixed.rounds):
        seats = _kept(before, place, cost)
        if number >= begun:
            seats, movable = _evened(seats, sizes.most, cost, len(now) - len(arrived))
            if movable.any():
                seats = search(
                    -cost,
                    sizes,
                    stop=lambda value, steps: value >= 0 or steps >= most_steps,
                    rng=rng,
                    start=seats,
                    movable=movable,
                ).groups
        together = seats[:, None] == seats[None, :]
        np.fill_diagonal(together, False)
        cost = cost + AGAIN * together
        found.append(tables(seats, now, count))
    return judged(tuple(found), now, wishes, count), now


def _kept(before: Sequence[Sequence[str]], place: dict[str, int], cost: np.ndarray) -> np.ndarray:
    """Everybody where they sat; who is new at the smallest table, of these where it costs least."""
    seats = np.full(len(place), -1, dtype=np.int64)
    for table, keys in enumerate(before):
        for key in keys:
            if key in place:
                seats[place[key]] = table
    for person in np.flatnonzero(seats < 0):
        taken = np.bincount(seats[seats >= 0], minlength=len(before))
        price = [cost[person, seats == table].sum() for table in range(len(before))]
        seats[person] = min(range(len(before)), key=lambda t: (taken[t], price[t], t))
    return seats


def _evened(seats: Whole, most: Whole, cost: Matrix, known: int) -> tuple[Whole, NDArray[np.bool_]]:
    """Move people from tables that are too large to those that are too small; and who may move.

    Who may move are the ones who had to, and who came after the first `known`.

    `most` are the wanted sizes, the larger first; which table gets which follows from how full
    they are, so that as few as possible move.
    """
    seats, movable = seats.copy(), np.arange(len(seats)) >= known
    order = np.argsort(-np.bincount(seats, minlength=len(most)), kind="stable")
    wanted = np.empty(len(most), dtype=np.int64)
    wanted[order] = np.sort(most)[::-1]
    while True:
        size = np.bincount(seats, minlength=len(most))
        full, short = np.flatnonzero(size > wanted), np.flatnonzero(size < wanted)
        if not len(full) or not len(short):
            return seats, movable
        people = np.flatnonzero(np.isin(seats, full))
        change = [
            (cost[p, seats == t].sum() - cost[p, seats == seats[p]].sum(), p, t)
            for p in people
            for t in short
        ]
        _, person, table = min(change)
        seats[person] = table
        movable[person] = True
