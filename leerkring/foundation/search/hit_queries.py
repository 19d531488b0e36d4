"""What was found, as it is shown; and which of it a person may see."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from leerkring.foundation.search.asking import Term
from leerkring.foundation.search.entries import texts_of
from leerkring.foundation.search.matching import Match
from leerkring.foundation.search.registry import searchables
from leerkring.foundation.search.snippets import LOOKED_THROUGH, Part, marked, snippet


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


def visible(person: Any, matches: Iterable[Match]) -> set[int]:
    """Numbers of those of which their own room says that this person may see them.

    Each room is asked once, however many kinds it has.
    """
    rooms = {(kind.about, kind.kind): kind for kind in searchables()}
    asked: dict[tuple[str, Any], dict[Any, int]] = {}
    for match in matches:
        room = rooms.get((match.about, match.kind))
        if room is not None:
            number = room.model._meta.pk.to_python(match.about_id)
            asked.setdefault((match.about, room.visible_ids), {})[number] = match.number
    return {
        things[number]
        for (_, visible_ids), things in asked.items()
        for number in visible_ids(person, list(things))
        if number in things
    }


def hits_of(matches: Collection[Match], terms: Sequence[Term] = ()) -> tuple[Hit, ...]:
    """In the same order; what went out of the index meanwhile is left out."""
    return tuple(hits_by_number(matches, terms).values())


def hits_by_number(matches: Collection[Match], terms: Sequence[Term] = ()) -> dict[int, Hit]:
    labels = {(kind.about, kind.kind): kind.label for kind in searchables()}
    texts = texts_of([match.number for match in matches], LOOKED_THROUGH)
    found = {}
    for match in matches:
        if match.number in texts:
            title, url, text = texts[match.number]
            found[match.number] = Hit(
                kind=match.kind,
                label=labels[match.about, match.kind],
                title=title,
                url=url,
                at=match.at,
                snippet=snippet(text, terms),
                title_parts=marked(title, terms),
            )
    return found
