"""A page out of a great many entries: only as many are looked at as it takes to fill it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from leerkring.foundation.search.expressions import Expression, Sign, Without, both, either
from leerkring.foundation.search.hit_queries import visible
from leerkring.foundation.search.lexemes import plain
from leerkring.foundation.search.matching import Match
from leerkring.foundation.search.nearest import Extent, newest
from leerkring.foundation.search.paging import Start, written
from leerkring.foundation.search.registry import PUBLIC, SIGNED_IN

MOST_ROUNDS = 8
SPARE = 6  # looked at beside what is shown, since some of it may be out of sight
Ranked = tuple[int, Match]


@dataclass(frozen=True)
class Gate:
    """chosen: the filters, if any; held: one of the tokens that this person holds."""

    chosen: Expression | None
    held: Expression


def gate_of(
    tokens: Collection[str], kinds: Collection[str], themes: Collection[int], circle: int | None
) -> Gate:
    chosen = (
        None if circle is None else Sign(f"c{circle}"),
        one_of("h", map(str, themes)),
        one_of("k", map(plain, kinds)),
    )
    held = either(*(Sign(f"a{plain(token)}") for token in sorted(tokens, key=_rarest_last)))
    return Gate(both(*chosen) if any(chosen) else None, held)


def _rarest_last(token: str) -> tuple[bool, str]:
    """What is meant for everybody is looked for first."""
    return token not in (PUBLIC, SIGNED_IN), token


def one_of(letter: str, values: Iterable[str]) -> Expression | None:
    signs = [Sign(letter + value) for value in sorted(set(values))]
    return either(*signs) if signs else None


@dataclass(frozen=True)
class Walk:
    """Through the newest of each rank in turn; what is in a better rank is not met again.

    ranks   the best first; without ranks one that is always there
    gate    what holds for all of them
    """

    person: Any
    ranks: Sequence[Expression | None]
    gate: Gate
    within: Extent
    since: datetime | None = None

    def page(self, start: Start, size: int, known: Sequence[Match] = ()) -> tuple[list[Match], str]:
        """One page of a great many, and where the next begins. `known`: the newest of the whole,
        so that a first page in one rank need not look again."""
        rank, place = start
        found: list[Ranked] = []
        passed: set[int] = set()
        met = 0  # in better ranks, on the way here
        for _ in range(MOST_ROUNDS):
            if rank >= len(self.ranks) or len(found) > size:
                break
            limit = size + 1 - len(found) + SPARE + met
            if known and len(self.ranks) == 1 and place is None:
                matches = list(known[:limit])
            else:
                wanted = self._wanted(rank, unseen=start[0] + (start[1] is not None))
                matches = newest(
                    wanted, self.gate.held, self.within, limit=limit, after=place, since=self.since
                )
            seen = visible(self.person, [one for one in matches if one.number not in passed])
            found += [(rank, match) for match in matches if match.number in seen]
            passed |= {match.number for match in matches}
            if len(matches) < limit:
                rank, place, met = rank + 1, None, len(passed)
            else:
                place = matches[-1].place
        shown = [match for _, match in found[:size]]
        if len(found) > size:
            rank, last = found[size - 1]
            return shown, written(rank, last.place)
        return shown, written(rank, place) if rank < len(self.ranks) else ""

    def _wanted(self, rank: int, unseen: int) -> Expression | None:
        """Those of this rank. Who was met on the way here is known; of the ranks that were gone
        through before this page, the first so many, nobody is.
        """
        asked = self.ranks[rank]
        better = [part for part in self.ranks[: min(rank, unseen)] if part is not None]
        if asked and better:
            asked = Without(asked, either(*better))
        return both(asked, self.gate.chosen) if asked or self.gate.chosen else None
