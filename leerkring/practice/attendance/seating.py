"""Groups of a meeting, with people who sit fast at a table: pins win over everything else.

The groups are those of `planning`; this puts who is pinned at their table, lets the others make
way with the least harm, and says again what is good and bad about the outcome.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from leerkring.practice.planning.diversity import Sizes, search
from leerkring.practice.planning.groups import (
    AGAIN,
    TOGETHER,
    Guest,
    Matrix,
    Mixed,
    Wishes,
    judged,
    matrix_of,
    standing_cost,
    tables,
)
from leerkring.practice.planning.latecomers import seat_again
from leerkring.practice.planning.mixing import mix

Seats = NDArray[np.int64]
SWEEPS = 2
WORK = 6_000  # steps of a search, times guests: so that a large company takes no longer
TRIES, PATIENCE = 4, 160  # searches for a small one: the more guests, the fewer


@dataclass(frozen=True)
class Pin:
    """Somebody sits at this table, counted from 0; in one round, or (None) in all of them."""

    key: str
    table: int
    round: int | None = None


def seat(
    guests: Sequence[Guest],
    *,
    groups: int,
    rounds: int,
    wishes: Wishes,
    pins: Collection[Pin] = (),
) -> Mixed:
    """Seat everybody `rounds` times; the same input gives the same answer.

    A small company is sought out more than once, and the best of it is taken.
    Raises ValueError for more tables than guests.
    """
    best: Mixed | None = None
    for seed in range(1, 1 + max(1, min(TRIES, PATIENCE // len(guests)))):
        mixed = mix(guests, groups=groups, rounds=rounds, wishes=wishes, seed=seed)
        found = _held(mixed, guests, wishes, pins, seed) if pins else mixed
        if best is None or _harm(found) < _harm(best):
            best = found
        proven = best.is_proven and best.met == best.least_met
        if proven and not (best.apart or best.unfulfilled):
            break
    assert best is not None
    return best


def _harm(mixed: Mixed) -> tuple[int, ...]:
    """What is worse comes first."""
    return (mixed.apart, len(mixed.unfulfilled), mixed.colleagues, mixed.again, mixed.met)


def seat_anew(
    mixed: Mixed,
    guests: Sequence[Guest],
    *,
    gone: Collection[str],
    arrived: Sequence[Guest],
    begun: int,
    wishes: Wishes,
    pins: Collection[Pin] = (),
) -> tuple[Mixed, tuple[Guest, ...]]:
    """The same rounds for who is there now, and who that is; the first `begun` stay as they are.

    Raises ValueError when fewer people are left than there are tables.
    """
    again, now = seat_again(mixed, guests, gone=gone, arrived=arrived, begun=begun, wishes=wishes)
    if not pins:
        return again, now
    rounds = list(again.rounds)
    cost = standing_cost(now, wishes)
    for number in range(begun, len(rounds)):
        fast = _fast(pins, now, number, len(rounds[number]))
        seats = _swapped(_seats(rounds[number], now), fast, cost)
        rounds[number] = tables(seats, now, len(rounds[number]))
    return judged(tuple(rounds), now, wishes, len(rounds[0])), now


def _held(
    mixed: Mixed, guests: Sequence[Guest], wishes: Wishes, pins: Collection[Pin], seed: int
) -> Mixed:
    """Each round once more: the pinned at their tables, and the others sought around them."""
    groups, rng = len(mixed.rounds[0]), np.random.default_rng(seed)
    place = {guest.key: number for number, guest in enumerate(guests)}
    standing, wished = standing_cost(guests, wishes), matrix_of(wishes.together, place)
    rounds = [_seats(one, guests) for one in mixed.rounds]
    for number in list(range(len(rounds))) * SWEEPS:
        seats, fast = rounds[number], _fast(pins, guests, number, groups)
        met = sum((_beside(o) for at, o in enumerate(rounds) if at != number), 0 * standing)
        cost = standing + AGAIN * met + TOGETHER * wished * (met == 0)
        rounds[number] = _sought(_swapped(_renumbered(seats, fast, groups), fast, cost), fast, cost,
                                 groups, rng)  # fmt: skip
    return judged(tuple(tables(one, guests, groups) for one in rounds), guests, wishes, groups)


def _sought(
    seats: Seats, fast: dict[int, int], cost: Matrix, groups: int, rng: np.random.Generator
) -> Seats:
    sizes = np.bincount(seats, minlength=groups).astype(np.int64)
    movable = np.ones(len(seats), dtype=bool)
    movable[list(fast)] = False
    most, enough = WORK // len(seats), np.inf if (cost < 0).any() else 0.0
    return search(
        -cost,
        Sizes(sizes, sizes),
        stop=lambda value, steps: value >= enough or steps >= most,
        rng=rng,
        start=seats,
        movable=movable,
    ).groups


def _fast(
    pins: Collection[Pin], guests: Sequence[Guest], number: int, groups: int
) -> dict[int, int]:
    """Guest → table of who sits fast in this round. A table that is not there holds nobody."""
    place = {guest.key: at for at, guest in enumerate(guests)}
    return {
        place[pin.key]: pin.table
        for pin in sorted(pins, key=lambda pin: pin.round is not None)  # what is said of one wins
        if pin.round in (None, number) and pin.key in place and pin.table < groups
    }


def _renumbered(seats: Seats, fast: dict[int, int], groups: int) -> Seats:
    """The same groups, at the tables where most of the pinned then sit right."""
    right = np.zeros((groups, groups))
    for person, table in fast.items():
        right[seats[person], table] += 1
    _, at = linear_sum_assignment(-right)
    return np.asarray(at, dtype=np.int64)[seats]


def _swapped(seats: Seats, fast: dict[int, int], cost: Matrix) -> Seats:
    """Each of the pinned at their table, in exchange for whom it costs least; or a chair more."""
    seats = seats.copy()
    for person, table in sorted(fast.items()):
        if seats[person] == table:
            continue
        home = seats == seats[person]
        others = [int(one) for one in np.flatnonzero(seats == table) if one not in fast]
        if others:
            gives_way = min(others, key=lambda one: (float(cost[one, home].sum()), one))
            seats[gives_way] = seats[person]
        seats[person] = table
    return seats


def _seats(round_: Sequence[Sequence[str]], guests: Sequence[Guest]) -> Seats:
    table_of = {key: number for number, table in enumerate(round_) for key in table}
    return np.array([table_of[guest.key] for guest in guests], dtype=np.int64)


def _beside(seats: Seats) -> Matrix:
    out = (seats[:, None] == seats[None, :]).astype(float)
    np.fill_diagonal(out, 0.0)
    return out
