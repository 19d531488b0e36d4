"""Seeking mixed groups, round after round and then all rounds at once."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from leerkring.practice.planning.all_rounds import Prices, search_all
from leerkring.practice.planning.diversity import search
from leerkring.practice.planning.group_bounds import (
    unavoidable_colleagues,
    unavoidable_overlaps,
)
from leerkring.practice.planning.groups import (
    AGAIN,
    COLLEAGUE,
    TOGETHER,
    Guest,
    Mixed,
    Wishes,
    even_sizes,
    judged,
    matrix_of,
    standing_cost,
    tables,
)
from leerkring.practice.planning.schedule_places import laid_out

Whole = NDArray[np.int64]
MOST_STEPS = 1500
# Steps in all rounds at once, and to give everybody a place in rounds that are made already. Their
# time grows with the square of the people, so with more people they are fewer.
WORK_AT_ONCE, WORK_ON_PLACES = 12_000_000, 6_000_000


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
    seating.begin(rounds, most_steps)
    found = tuple(tables(seats, guests, groups) for seats in seating.rounds)
    return judged(found, guests, wishes, groups)


class _Seating:
    """Rounds on their way, from what is quick to what takes longest, until no more can be won."""

    def __init__(
        self, guests: Sequence[Guest], groups: int, wishes: Wishes, rng: np.random.Generator
    ) -> None:
        place = {guest.key: number for number, guest in enumerate(guests)}
        self.organisations = [guest.organisation for guest in guests]
        self.sizes, self.groups, self.rng = even_sizes(len(guests), groups), groups, rng
        wished = matrix_of(wishes.together, place)
        self.prices = Prices(standing_cost(guests, wishes), AGAIN, wished, TOGETHER)
        self.colleagues = COLLEAGUE * unavoidable_colleagues(self.organisations, groups)
        self.rounds: list[Whole] = []

    def begin(self, rounds: int, steps: int) -> None:
        people = len(self.organisations)
        known = self._laid_out(rounds, 0)
        if known is not None and self.prices.of(known) <= self.least(rounds):
            self.rounds = known
            return
        for _ in range(rounds):
            self.rounds.append(self._seek(self.rounds, steps // 4))
        if rounds < 2 or self.cost <= self.least(rounds):
            return
        known = self._laid_out(rounds, min(steps, WORK_ON_PLACES // people**2))
        if known is not None and self.prices.of(known) < self.cost:
            self.rounds = known
        self.rounds = search_all(
            self.rounds,
            self.groups,
            self.prices,
            least=self.least(rounds),
            steps=min(4 * steps, WORK_AT_ONCE // (rounds * people**2)),
            rng=self.rng,
        )

    def _laid_out(self, rounds: int, steps: int) -> list[Whole] | None:
        if rounds < 2:
            return None
        standing = self.prices.standing + self.prices.wish * self.prices.wished
        return laid_out(self.organisations, self.groups, rounds, standing, steps)

    @property
    def cost(self) -> float:
        return self.prices.of(self.rounds)

    def least(self, rounds: int) -> float:
        """The cost when as few colleagues as can be and then as few of the same people sit
        together, nobody with somebody met before, and every wish comes true."""
        names = self.organisations
        overlaps = AGAIN * unavoidable_overlaps(len(names), self.groups, rounds, names)
        wishes = self.prices.wish * float(self.prices.wished.sum()) / 2
        return self.colleagues * rounds + overlaps + wishes

    def _seek(self, others: Sequence[Whole], steps: int) -> Whole:
        """One more round beside these."""
        here = self.prices.standing
        met = sum(((seats[:, None] == seats[None, :]).astype(float) for seats in others), 0 * here)
        np.fill_diagonal(met, 0.0)
        wished = self.prices.wished * (met == 0)
        least = -np.inf if wished.any() else self.colleagues

        def stop(value: float, done: int) -> bool:
            return -value <= least or done >= steps

        cost = here + AGAIN * met + TOGETHER * wished
        return search(-cost, self.sizes, stop=stop, rng=self.rng).groups
