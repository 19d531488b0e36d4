"""What a published figure is about: which people, which items, which round."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]

ANSWERED = "(heeft geantwoord)"


@dataclass(frozen=True, eq=False)
class Released:
    """A figure: the sum over these persons, of these items, in these rounds. Make it `about` them.

    persons  their numbers, each once, in order
    items    what is added up per person: item codes, or one name of a scale that stands on its own
    rounds   rounds that are added up
    since    the round that is taken off again: a figure about change
    """

    persons: Numbers
    items: frozenset[str]
    rounds: frozenset[str]
    since: str | None = None

    @property
    def cells(self) -> dict[tuple[str, str], int]:
        """What each of these persons adds to the figure: (item, round) -> 1, or -1."""
        signs = dict.fromkeys(self.rounds, 1) | ({} if self.since is None else {self.since: -1})
        return {(item, round): sign for item in self.items for round, sign in signs.items()}


def about(
    persons: Iterable[int] | Numbers,
    items: Iterable[str],
    *rounds: str,
    since: str | None = None,
) -> Released:
    """A figure about `persons`, numbered from 0: one number is one person in every round.

    Memory grows with the highest number, so number people densely. An array may be given as well.

    Raises ValueError without an item or a round, for a round that is also taken off, or for a
    number below 0.
    """
    given = persons if isinstance(persons, np.ndarray) else np.fromiter(persons, np.int64)
    numbers = np.unique(given.astype(np.int64))
    if len(numbers) and numbers[0] < 0:
        raise ValueError("persons are numbered from 0")
    codes = frozenset([items] if isinstance(items, str) else items)
    if not codes or not rounds:
        raise ValueError("a figure is about at least one item in at least one round")
    if since in rounds:
        raise ValueError(f"change since round {since!r} within that round is nothing")
    numbers.flags.writeable = False
    return Released(numbers, codes, frozenset(rounds), since)


def count_of(invited: Iterable[int] | Numbers, round: str) -> Released:
    """How many of these invited people answered: a figure about all of them, whoever answered."""
    return about(invited, {ANSWERED}, round)
