"""Where a line of a report comes from, so that it goes when somebody takes it back there.

A source is «kind:key», as `models.standing` knows them. What has no source was counted, or is the
editor's, and stays as it was brought out.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypedDict

from leerkring.practice.reports.chapters import Account, Entry

CARD, VOTED, CLOUD = "kaart", "stem", "wolk"
PUBLIC, CIRCLE = "voornemen", "kring"
QUESTION, TABLE, LOOK_BACK = "vraag", "tafel", "terugblik"


class Lines(TypedDict):
    """Of an entry: its lines, and as many sources."""

    lines: tuple[str, ...]
    sources: tuple[str, ...]


def source(kind: str, key: object) -> str:
    return f"{kind}:{key}"


def sources_in(account: Account) -> dict[str, str]:
    """Every source, with what it said when the report was brought out."""
    found = dict[str, str]()
    for chapter in account.chapters:
        for entry in chapter.entries:
            found |= dict(zip(entry.sources, entry.lines, strict=False))
            found |= {entry.source: entry.title} if entry.source else {}
    return found


def without(account: Account, gone: Mapping[str, frozenset[str]]) -> Account:
    """`gone`: sources that are told no more. Of a word cloud with its words, in small letters; of
    all else nothing more than that."""
    if not gone:
        return account
    chapters = [
        replace(each, entries=tuple(kept for one in each.entries if (kept := _left(one, gone))))
        for each in account.chapters
    ]
    return replace(account, chapters=tuple(each for each in chapters if not each.is_empty))


def _left(entry: Entry, gone: Mapping[str, frozenset[str]]) -> Entry | None:
    """None: nothing is left of it."""
    words = gone.get(entry.source)
    if words is not None:
        lines = tuple(line for line in entry.lines if word_in(line) in words)
        return replace(entry, lines=lines) if lines else None
    if not any(each in gone for each in entry.sources):
        return entry
    pairs = [pair for pair in zip(entry.sources, entry.lines, strict=True) if pair[0] not in gone]
    if not (pairs or entry.text):
        return None
    return replace(
        entry, sources=tuple(one for one, _ in pairs), lines=tuple(line for _, line in pairs)
    )


def word_in(line: str) -> str:
    """Of a line of a word cloud, «Rust (3)».

    >>> word_in("Rust en regie (3)")
    'rust en regie'
    """
    return line.rpartition(" (")[0].casefold()
