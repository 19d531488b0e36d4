"""A page out of a great many entries: only as many are looked at as it takes to fill it."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from leerkring.foundation.search.expressions import Expression, Sign, both, either
from leerkring.foundation.search.hit_queries import visible
from leerkring.foundation.search.lexemes import plain
from leerkring.foundation.search.matching import Extent, Match, newest
from leerkring.foundation.search.paging import Start, written

MOST_ROUNDS = 8
SPARE = 6  # looked at beside what is shown, since some of it may be out of sight
Ranked = tuple[int, Match]


def gate_of(
    tokens: Collection[str], kinds: Collection[str], themes: Collection[int], circle: int | None
) -> Expression:
    """One of the tokens that this person holds, and the filters that were chosen."""
    return both(
        one_of("a", (plain(token) for token in tokens)),
        one_of("k", map(plain, kinds)),
        one_of("h", map(str, themes)),
        None if circle is None else Sign(f"c{circle}"),
    )


def one_of(letter: str, values: Iterable[str]) -> Expression | None:
    signs = [Sign(letter + value) for value in sorted(set(values))]
    return either(*signs) if signs else None


def walk(
    person: Any,
    parts: Sequence[Expression],
    within: Extent,
    start: Start,
    size: int,
    since: datetime | None = None,
    known: Sequence[Match] = (),
    words: int = 0,
) -> tuple[list[Match], str]:
    """One page of a great many, rank by rank, and where the next begins. `known`: the newest of
    the whole, so that a first page in one rank need not look again."""
    rank, place = start
    found: list[Ranked] = []
    for _ in range(MOST_ROUNDS):
        if rank >= len(parts) or len(found) > size:
            break
        limit = size + 1 - len(found) + SPARE
        if known and len(parts) == 1 and place is None:
            matches = list(known[:limit])
        else:
            matches = newest(
                parts[rank], within, limit=limit, after=place, since=since, words=words
            )
        seen = visible(person, matches)
        found += [(rank, match) for match in matches if match.number in seen]
        if len(matches) < limit:
            rank, place = rank + 1, None
        else:
            place = matches[-1].place
    shown = [match for _, match in found[:size]]
    if len(found) > size:
        rank, last = found[size - 1]
        return shown, written(rank, last.place)
    return shown, written(rank, place) if rank < len(parts) else ""
