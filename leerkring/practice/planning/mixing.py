"""Seeking mixed groups, round after round."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from leerkring.practice.planning.diversity import search
from leerkring.practice.planning.group_bounds import unavoidable_colleagues
from leerkring.practice.planning.groups import (
    AGAIN,
    COLLEAGUE,
    TOGETHER,
    Guest,
    Matrix,
    Mixed,
    Wishes,
    even_sizes,
    judged,
    matrix_of,
    standing_cost,
    tables,
)

MOST_STEPS = 1500
SWEEPS = 6


def mix(
    guests: Sequence[Guest],
    *,
    groups: int,
    rounds: int,
    wishes: Wishes | None = None,
    seed: int = 1,
    most_steps: int = MOST_STEPS,
) -> Mixed:
    """Seat `guests` at `groups` tables, `rounds` times. The same input gives the same answer.

    Raises ValueError for more groups than guests, or a guest who is there twice.
    """
    wishes = wishes or Wishes()
    place = {guest.key: number for number, guest in enumerate(guests)}
    if len(place) != len(guests):
        raise ValueError("somebody is there twice")
    seating = _Seating(guests, groups, wishes, np.random.default_rng(seed))
    for _ in range(rounds):
        seating.add_round(most_steps)
    # One round after another can paint itself into a corner: let each give way to the others.
    for turn in range(SWEEPS * rounds):
        if rounds < 2 or seating.is_settled():
            break
        seating.seat_again(turn % rounds, most_steps // 4)
    found = tuple(tables(seats, guests, groups) for seats in seating.rounds)
    return judged(found, guests, wishes, groups)


class _Seating:
    """Rounds on their way; each is sought beside what the others make of it."""

    def __init__(
        self, guests: Sequence[Guest], groups: int, wishes: Wishes, rng: np.random.Generator
    ) -> None:
        place = {guest.key: number for number, guest in enumerate(guests)}
        self.sizes, self.rng = even_sizes(len(guests), groups), rng
        self.standing = standing_cost(guests, wishes)
        self.wished = matrix_of(wishes.together, place)
        self.least = COLLEAGUE * unavoidable_colleagues((g.organisation for g in guests), groups)
        self.rounds: list[NDArray[np.int64]] = []

    def add_round(self, steps: int) -> None:
        self.rounds.append(self._seek(self.rounds, None, steps))

    def seat_again(self, number: int, steps: int) -> None:
        others = [seats for at, seats in enumerate(self.rounds) if at != number]
        self.rounds[number] = self._seek(others, self.rounds[number], steps)

    def is_settled(self) -> bool:
        """Nothing is left to win: no repeats, no old acquaintances, no wish open."""
        met = sum(_together(seats) for seats in self.rounds)
        again = AGAIN * np.maximum(met - 1, 0).sum() / 2
        cost = sum(float(self.standing[_together(seats) > 0].sum()) / 2 for seats in self.rounds)
        open_wishes = bool((self.wished * (met == 0)).any())
        return not open_wishes and cost + again <= self.least * len(self.rounds)

    def _seek(
        self, others: Sequence[NDArray[np.int64]], start: NDArray[np.int64] | None, steps: int
    ) -> NDArray[np.int64]:
        met = sum((_together(seats) for seats in others), np.zeros_like(self.standing))
        wished = self.wished * (met == 0)
        least = -np.inf if wished.any() else self.least

        def stop(value: float, done: int) -> bool:
            return -value <= least or done >= steps

        cost = self.standing + AGAIN * met + TOGETHER * wished
        return search(-cost, self.sizes, stop=stop, rng=self.rng, start=start).groups


def _together(seats: NDArray[np.int64]) -> Matrix:
    """(n, n) with 1 for each pair at one table."""
    out = (seats[:, None] == seats[None, :]).astype(float)
    np.fill_diagonal(out, 0.0)
    return out
