"""What changed between two texts, by word, so that a person can read it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from leerkring.exchange.posts.content import Content
from leerkring.exchange.posts.kinds import Kind
from leerkring.exchange.posts.richtext import plain

# Comparing words costs up to the product of their numbers; above this a block is old and new.
MOST_COMPARISONS = 4_000_000


@dataclass(frozen=True)
class Piece:
    """Words that stayed ("same"), went ("out") or came ("in")."""

    kind: str
    text: str


@dataclass(frozen=True)
class Change:
    """One field that reads otherwise: its paragraphs, each in pieces."""

    label: str
    paragraphs: tuple[tuple[Piece, ...], ...]


def paragraphs_changed(old: str, new: str) -> tuple[tuple[Piece, ...], ...]:
    """Two plain texts, a paragraph per line; first matched by line, then within by word."""
    a, b = old.split("\n") if old else [], new.split("\n") if new else []
    found: list[tuple[Piece, ...]] = []
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            found += [(Piece("same", line),) for line in a[a1:a2]]
            continue
        both = min(a2 - a1, b2 - b1)
        found += [
            tuple(words_changed(x, y))
            for x, y in zip(a[a1 : a1 + both], b[b1 : b1 + both], strict=True)
        ]
        found += [(Piece("out", line),) for line in a[a1 + both : a2]]
        found += [(Piece("in", line),) for line in b[b1 + both : b2]]
    return tuple(found)


def words_changed(old: str, new: str) -> Iterator[Piece]:
    a, b = _words(old), _words(new)
    if len(a) * len(b) > MOST_COMPARISONS:
        yield from (Piece("out", old), Piece("in", new))
        return
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece("same", "".join(a[a1:a2]))
            continue
        if a2 > a1:
            yield Piece("out", "".join(a[a1:a2]))
        if b2 > b1:
            yield Piece("in", "".join(b[b1:b2]))


def changes(old: Content, new: Content, kind: Kind) -> list[Change]:
    """The fields that read otherwise, in the order of the page."""
    pairs = [("Titel", old.title, new.title)]
    for section in kind.sections:
        x, y = old.texts.get(section.key, ""), new.texts.get(section.key, "")
        pairs.append((section.label, *((plain(x), plain(y)) if section.rich else (x, y))))
    pairs.append(("Trefwoorden", ", ".join(old.keywords), ", ".join(new.keywords)))
    pairs.append(("Voor wie", old.audience.label, new.audience.label))
    return [Change(label, paragraphs_changed(x, y)) for label, x, y in pairs if x != y]


def _words(text: str) -> list[str]:
    """Words, the space between them and signs, so that they put together are the text again."""
    return re.findall(r"\w+|\s+|[^\w\s]", text)
