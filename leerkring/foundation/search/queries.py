"""Find things, for one person: only what they may see, in every list and every count."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from leerkring.foundation.search.asking import everything, ranks, understand
from leerkring.foundation.search.entries import first_rank
from leerkring.foundation.search.expressions import Expression, both
from leerkring.foundation.search.hit_queries import Hit, hits_of, visible
from leerkring.foundation.search.matching import Match
from leerkring.foundation.search.models import SynonymGroup
from leerkring.foundation.search.nearest import extent, newest
from leerkring.foundation.search.paging import BEGINNING, Start, read_start, written
from leerkring.foundation.search.registry import tokens_of
from leerkring.foundation.search.walking_queries import Ranked, Walk, gate_of
from leerkring.foundation.statements.made_once import made_once

ON_A_PAGE = 20
COUNTED = 200  # ten pages of what is found best; beyond this a page says «meer dan»


@dataclass(frozen=True)
class Page:
    """hits; `after` for the next page, "" at the end; how many there are at least, and whether
    there are more than that. Of what a great many have no more is counted than is shown.
    """

    hits: tuple[Hit, ...]
    after: str
    total: int
    more: bool


def search(
    person: Any,
    words: str,
    *,
    kinds: Collection[str] = (),
    themes: Collection[int] = (),
    circle: int | None = None,
    since: datetime | None = None,
    order: str = "best",
    after: str | None = None,
    size: int = ON_A_PAGE,
) -> Page:
    """What this person may find. Without words: everything within the filters, newest first.

    order   "best": see `asking`; "newest"
    after   what the page before gave; anything else begins at the beginning
    """
    groups = _synonyms() if words.strip() else ()
    terms = understand(words, tuple(group.members for group in groups))
    if words.strip() and not terms:
        return Page((), "", 0, False)
    gate = gate_of(tokens_of(person), kinds, themes, circle)
    asked = everything(terms)
    wanted = both(asked, gate.chosen) if asked or gate.chosen else None
    by_rank = ranks(terms) if asked is not None and order == "best" else ()
    within, start = extent([*by_rank, asked] if asked else ()), read_start(after)
    known: list[Match] = []
    if not within.many or within.about(wanted or gate.held) < 2 * COUNTED:
        known = newest(wanted, gate.held, within, limit=COUNTED + 1, since=since)
        if len(known) <= COUNTED:
            seen = visible(person, known)
            there = [match for match in known if match.number in seen]
            shown, following = _cut(_in_order(there, by_rank[:-1]), start, size)
            return Page(hits_of(shown, terms), following, len(there), False)
    walk = Walk(person, by_rank or (asked,), gate, within, since)
    shown, following = walk.page(start, size, known)
    if known:
        return Page(hits_of(shown, terms), following, COUNTED, True)
    is_all = not following and start == BEGINNING
    return Page(hits_of(shown, terms), following, len(shown), not is_all)


@made_once
def _synonyms() -> QuerySet[SynonymGroup]:
    return SynonymGroup.objects.all()


def _in_order(matches: Sequence[Match], better: Sequence[Expression]) -> list[Ranked]:
    """By rank, the newest first within each."""
    rank_of = first_rank([match.number for match in matches], better)
    ranked = [(rank_of.get(match.number, len(better)), match) for match in matches]
    return sorted(ranked, key=lambda one: one[0])  # the order within a rank stays


def _cut(ranked: Sequence[Ranked], start: Start, size: int) -> tuple[list[Match], str]:
    """One page out of all of it."""
    first, place = start
    rest = [
        (rank, match)
        for rank, match in ranked
        if rank > first or (rank == first and (place is None or match.place < place))
    ]
    following = ""
    if len(rest) > size:
        rank, last = rest[size - 1]
        following = written(rank, last.place)
    return [match for _, match in rest[:size]], following
