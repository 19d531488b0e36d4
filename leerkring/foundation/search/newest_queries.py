"""What is new, for one person: nothing is counted, so it costs little however much there is."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from leerkring.foundation.search.expressions import both, either
from leerkring.foundation.search.hit_queries import Hit, hits_by_number, hits_of, visible
from leerkring.foundation.search.nearest import extent, newest
from leerkring.foundation.search.paging import BEGINNING, read_start
from leerkring.foundation.search.registry import circles_among, tokens_of
from leerkring.foundation.search.walking_queries import SPARE, Walk, gate_of, one_of

Hits = tuple[Hit, ...]


def newest_page(
    person: Any,
    *,
    themes: Collection[int] = (),
    circle: int | None = None,
    after: str | None = None,
    size: int,
) -> tuple[Hits, str]:
    """All that is within these filters, the newest first; and where the next page begins."""
    gate = gate_of(tokens_of(person), (), themes, circle)
    shown, following = Walk(person, (None,), gate, extent()).page(read_start(after), size)
    return hits_of(shown), following


def newest_found(
    person: Any, *, kinds: Collection[str], themes: Collection[int], size: int
) -> tuple[Hits, Hits]:
    """The newest of these kinds that this person may find: in one of these themes or in their own
    circles; and anywhere else.
    """
    tokens = tokens_of(person)
    gate, within = gate_of(tokens, kinds, (), None), extent()
    theirs = one_of("h", map(str, themes)), one_of("c", map(str, circles_among(tokens)))
    near = [expression for expression in theirs if expression is not None]
    wanted = [(gate, 2 * size)]
    if near:
        wanted.append((replace(gate, chosen=both(either(*near), gate.chosen)), size))
    found = [newest(part.chosen, part.held, within, limit=most + SPARE) for part, most in wanted]
    seen = visible(person, {match for matches in found for match in matches})
    lists = []
    for (part, most), matches in zip(wanted, found, strict=True):
        there = [match for match in matches if match.number in seen][:most]
        if len(there) < most and len(matches) == most + SPARE:
            there, _ = Walk(person, (None,), part, within).page(BEGINNING, most)
        lists.append(there)
    hits = hits_by_number({match for matches in lists for match in matches})
    own = [match.number for match in lists[1]] if near else []
    others = [match.number for match in lists[0] if match.number not in set(own)]
    return _these(hits, own), _these(hits, others[:size])


def _these(hits: dict[int, Hit], numbers: Iterable[int]) -> Hits:
    return tuple(hits[number] for number in numbers if number in hits)
