"""Mixed groups for rounds of small groups: who sits with whom.

Nobody with a colleague, twice with the same person, or with whom they met before, in that order;
what cannot be avoided is said beforehand (`group_bounds`).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from leerkring.practice.planning.diversity import Sizes
from leerkring.practice.planning.group_bounds import (
    pairs,
    unavoidable_colleagues,
    unavoidable_overlaps,
    unavoidable_repeats,
)
from leerkring.practice.planning.met_bounds import unavoidable_met

Matrix = NDArray[np.float64]
Pair = frozenset[str]
# What it costs that two sit together. A wish weighs against it once, until it has come true.
APART, COLLEAGUE, AGAIN, MET, TOGETHER = 200.0, 20.0, 10.0, 2.0, -50.0


@dataclass(frozen=True)
class Guest:
    """Somebody to be seated; "" for who belongs to no organisation."""

    key: str
    organisation: str = ""


@dataclass(frozen=True)
class Wishes:
    """Pairs of keys: who met before, who should not sit together, and who should once."""

    met: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()
    together: frozenset[Pair] = frozenset()


@dataclass(frozen=True)
class Mixed:
    """rounds[r][g]: the keys in group g of round r, in the order of the guests."""

    rounds: tuple[tuple[tuple[str, ...], ...], ...]
    colleagues: int  # pairs of colleagues at a table, over all rounds
    again: int  # times that a pair sits together again
    met: int  # pairs that met before
    apart: int  # pairs that should not have
    unfulfilled: tuple[Pair, ...]  # wishes to sit together that did not come true
    least_colleagues: int
    least_again: int  # given that as few colleagues sit together as can be, where that is so
    overlaps: int = 0  # as `again`, but a third time is once more with both times before: two
    least_overlaps: int = 0
    least_met: int = 0  # as long as pairs sit together again no more often than here

    @property
    def is_proven(self) -> bool:
        """Nobody can do better: fewer times again, or less often the same people again."""
        few = self.again == self.least_again or self.overlaps == self.least_overlaps
        return self.colleagues == self.least_colleagues and few


def even_sizes(people: int, groups: int) -> Sizes:
    """Sizes that differ by one at most, the larger first. Raises ValueError for fewer than one."""
    if not 1 <= groups <= max(people, 1):
        raise ValueError(f"{people} people cannot fill {groups} groups")
    even, over = divmod(people, groups)
    sizes = np.array([even + (number < over) for number in range(groups)], dtype=np.int64)
    return Sizes(sizes, sizes)


def standing_cost(guests: Sequence[Guest], wishes: Wishes) -> Matrix:
    """(n, n): what it costs that two guests sit together, before anybody has."""
    place = {guest.key: number for number, guest in enumerate(guests)}
    names = np.array([guest.organisation for guest in guests], dtype=object)
    colleagues = (names[:, None] == names[None, :]) & (names != "")[:, None]
    cost = COLLEAGUE * colleagues
    cost = cost + MET * matrix_of(wishes.met, place) + APART * matrix_of(wishes.apart, place)
    np.fill_diagonal(cost, 0.0)
    return cost


def matrix_of(chosen: Iterable[Pair], place: dict[str, int]) -> Matrix:
    """(n, n) with 1 for each pair; a pair of which somebody is not there is passed over."""
    out = np.zeros((len(place), len(place)))
    for pair in chosen:
        known = [place[key] for key in pair if key in place]
        if len(known) == 2:
            out[known[0], known[1]] = out[known[1], known[0]] = 1.0
    return out


def tables(
    seats: NDArray[np.int64], guests: Sequence[Guest], groups: int
) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(guests[int(number)].key for number in np.flatnonzero(seats == group))
        for group in range(groups)
    )


def judged(
    rounds: tuple[tuple[tuple[str, ...], ...], ...],
    guests: Sequence[Guest],
    wishes: Wishes,
    groups: int,
) -> Mixed:
    """The same rounds, with what is good and bad about them."""
    employer = {guest.key: guest.organisation for guest in guests}
    seen: Counter[Pair] = Counter(
        frozenset(pair) for tables in rounds for table in tables for pair in combinations(table, 2)
    )
    colleagues = [p for p in seen if len({employer[key] for key in p}) == 1 and employer[min(p)]]
    here = set(employer)
    names, together = list(employer.values()), sum(seen[pair] for pair in colleagues)
    least = len(rounds) * unavoidable_colleagues(names, groups)
    again = sum(count - 1 for count in seen.values())
    among = (len(guests), groups, len(rounds), names if together == least else ())
    met = sum(1 for pair in wishes.met if seen[pair])
    return Mixed(
        rounds=rounds,
        colleagues=together,
        again=again,
        met=met,
        apart=sum(seen[pair] for pair in wishes.apart),
        unfulfilled=tuple(
            sorted((p for p in wishes.together if p <= here and not seen[p]), key=sorted)
        ),
        least_colleagues=least,
        least_again=unavoidable_repeats(*among),
        overlaps=sum(pairs(count) for count in seen.values()),
        least_overlaps=unavoidable_overlaps(*among),
        least_met=unavoidable_met(
            (pair for pair in wishes.met if met and pair <= here), groups, len(rounds), again
        ),
    )
