"""Find things, for one person: only what they may see, in every list and every count."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from leerkring.foundation.search.asking import Term, everything, ranks, understand
from leerkring.foundation.search.expressions import Expression, Sign, both, either
from leerkring.foundation.search.lexemes import plain
from leerkring.foundation.search.matching import newest
from leerkring.foundation.search.models import Entry, SynonymGroup
from leerkring.foundation.search.paging import Start, read_start, written
from leerkring.foundation.search.registry import searchables, tokens_of
from leerkring.foundation.search.snippets import Part, marked, snippet

ON_A_PAGE = 20
COUNTED = 1000  # beyond this a page says «meer dan 1000»
MOST_ROUNDS = 8
Row = tuple[int, str, str, str]  # an entry: its number, and what it is about


@dataclass(frozen=True)
class Hit:
    """One thing that was found; `snippet` and `title_parts` mark what was asked for."""

    kind: str
    label: str
    title: str
    url: str
    at: datetime
    snippet: tuple[Part, ...]
    title_parts: tuple[Part, ...]


@dataclass(frozen=True)
class Page:
    """hits; `after` for the next page, "" at the end; how many there are, COUNTED at most, and
    whether there are more than that.
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
    terms = understand(words, tuple(group.members for group in SynonymGroup.objects.all()))
    if words.strip() and not terms:
        return Page((), "", 0, False)
    gate = _gate(person, kinds, themes, circle)
    asked = everything(terms)
    wanted = gate if asked is None else both(asked, gate)
    known = newest(wanted, limit=COUNTED + 1, since=since)
    few = len(known) <= COUNTED
    parts = (
        [wanted]
        if asked is None or order == "newest"
        else [both(rank, gate) for rank in ranks(terms)]
    )
    narrow = {"since": since, "whole": few}
    entries, following = _page(person, parts, read_start(after), size, narrow)
    total = len(_visible(person, _rows(known))) if few else COUNTED
    return Page(tuple(_hits(entries, terms)), following, total, not few)


def newest_found(
    person: Any,
    *,
    kinds: Collection[str] = (),
    themes: Collection[int] = (),
    circles: Collection[int] = (),
    size: int,
) -> tuple[Hit, ...]:
    """The newest that this person may find: of these kinds, in one of the themes or circles.

    For a front page: nothing is counted, so it costs little however much there is.
    """
    within = [
        expression
        for expression in (_one_of("h", map(str, themes)), _one_of("c", map(str, circles)))
        if expression is not None
    ]
    gate = both(_gate(person, kinds, (), None), either(*within) if within else None)
    entries, _ = _page(person, [gate], (0, None), size, {"since": None, "whole": False})
    return tuple(_hits(entries, ()))


def _gate(
    person: Any, kinds: Collection[str], themes: Collection[int], circle: int | None
) -> Expression:
    """One of the tokens that this person holds, and the filters that were chosen."""
    return both(
        _one_of("a", (plain(token) for token in tokens_of(person))),
        _one_of("k", map(plain, kinds)),
        _one_of("h", map(str, themes)),
        None if circle is None else Sign(f"c{circle}"),
    )


def _one_of(letter: str, values: Iterable[str]) -> Expression | None:
    signs = [Sign(letter + value) for value in sorted(set(values))]
    return either(*signs) if signs else None


def _page(
    person: Any, parts: Sequence[Expression], start: Start, size: int, narrow: dict[str, Any]
) -> tuple[list[Entry], str]:
    """Entries of one page, rank by rank, and where the next begins."""
    rank, place = start
    entries: list[tuple[int, Entry]] = []
    for _ in range(MOST_ROUNDS):
        if rank >= len(parts) or len(entries) > size:
            break
        limit = size + 1 - len(entries)
        numbers = newest(parts[rank], limit=limit, after=place, **narrow)
        found = _entries(numbers)
        seen = _visible(person, ((e.pk, e.about, e.kind, e.about_id) for e in found))
        entries += [(rank, entry) for entry in found if entry.pk in seen]
        if len(numbers) < limit:
            rank, place = rank + 1, None
        else:
            place = (found[-1].at, found[-1].pk)
    shown = [entry for _, entry in entries[:size]]
    if len(entries) > size:
        rank, last = entries[size - 1]
        return shown, written(rank, (last.at, last.pk))
    return shown, written(rank, place) if rank < len(parts) else ""


def _entries(numbers: Sequence[int]) -> list[Entry]:
    rows = Entry.objects.in_bulk(numbers) if numbers else {}
    return [rows[number] for number in numbers if number in rows]


def _rows(numbers: Sequence[int]) -> Iterable[Row]:
    rows = Entry.objects.filter(pk__in=numbers)
    return rows.values_list("pk", "about", "kind", "about_id") if numbers else ()


def _visible(person: Any, rows: Iterable[Row]) -> set[int]:
    """Those of these entries of which their own room says that this person may see them.

    Each room is asked once, however many kinds it has.
    """
    rooms = {(kind.about, kind.kind): kind for kind in searchables()}
    asked: dict[tuple[str, Any], dict[Any, int]] = {}
    for pk, about, kind, about_id in rows:
        room = rooms.get((about, kind))
        if room is not None:
            number = room.model._meta.pk.to_python(about_id)
            asked.setdefault((about, room.visible_ids), {})[number] = pk
    return {
        things[number]
        for (_, visible_ids), things in asked.items()
        for number in visible_ids(person, list(things))
        if number in things
    }


def _hits(entries: Sequence[Entry], terms: Sequence[Term]) -> Iterator[Hit]:
    labels = {(kind.about, kind.kind): kind.label for kind in searchables()}
    for entry in entries:
        yield Hit(
            kind=entry.kind,
            label=labels[entry.about, entry.kind],
            title=entry.title,
            url=entry.url,
            at=entry.at,
            snippet=snippet(entry.text, terms),
            title_parts=marked(entry.title, terms),
        )
