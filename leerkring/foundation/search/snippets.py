"""A piece of a text around what was asked for, in parts, so that a page can mark the hits.

Parts are plain text; nothing in them is markup.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from leerkring.foundation.search.asking import LONG_ENOUGH, Stems, Term
from leerkring.foundation.search.lexemes import WORD, beginning_of, stems

LENGTH = 220  # signs
LOOKED_THROUGH = 8000  # signs; a hit further on is not shown
MOST_HITS = 60
ACCENTED = {"a": "aáàäâã", "c": "cç", "e": "eéèëê", "i": "iíìïî", "n": "nñ", "o": "oóòöôõø",
            "u": "uúùüû"}  # fmt: skip


@dataclass(frozen=True)
class Part:
    text: str
    hit: bool


@dataclass(frozen=True)
class _Pattern:
    row: Stems
    beginning: str = ""
    wide: bool = False


def marked(text: str, terms: Sequence[Term]) -> tuple[Part, ...]:
    """The whole text, hits marked: for a title."""
    return tuple(_parts(text, list(_spans(text, terms)), 0, len(text)))


def snippet(text: str, terms: Sequence[Term]) -> tuple[Part, ...]:
    """About LENGTH signs with as many different hits as there are; else the beginning."""
    text = " ".join(text[:LOOKED_THROUGH].split())
    spans = list(_spans(text, terms))
    start, stop = _window(text, spans)
    parts = list(_parts(text, spans, start, stop))
    if start:
        parts.insert(0, Part("… ", False))
    if stop < len(text):
        parts.append(Part(" …", False))
    return tuple(parts)


def _patterns(terms: Sequence[Term]) -> list[_Pattern]:
    found = []
    for term in terms:
        if term.whole:
            found.append(_Pattern(term.typed))
            continue
        found += [_Pattern((stem,), term.beginning, wide=True) for stem in term.typed]
        found += [_Pattern(meaning, wide=len(meaning) == 1) for meaning in term.meanings]
    return found


def _spans(text: str, terms: Sequence[Term]) -> Iterator[tuple[int, int, int]]:
    """(start, end, which pattern) of hits, in order, not over each other."""
    patterns = _patterns(terms)
    if not patterns:
        return
    # Stemming costs more than looking: only words that begin with the right letter are stemmed
    # («ge» may be taken off the front of a word).
    letters = {p.row[0][0] for p in patterns} | {p.beginning[0] for p in patterns if p.beginning}
    begins = "".join(ACCENTED.get(letter, re.escape(letter)) for letter in sorted(letters))
    candidate = re.compile(rf"(?<![^\W_])(?:[{begins}]|ge)", re.IGNORECASE)
    reached = count = 0
    for found in candidate.finditer(text):
        if found.start() < reached:
            continue
        for number, pattern in enumerate(patterns):
            end = _end_of(text, found.start(), pattern)
            if end:
                yield found.start(), end, number
                reached, count = end, count + 1
                break
        if count == MOST_HITS:
            return


def _end_of(text: str, start: int, pattern: _Pattern) -> int:
    """Where the words end that begin at `start` and are this pattern; 0 when they are not."""
    end = 0
    for place, wanted in enumerate(pattern.row):
        word = WORD.match(text, start) if place == 0 else WORD.search(text, start)
        if word is None or not any(_is(s, wanted, pattern) for s in _signs(word.group())):
            return 0
        start = end = word.end()
    return end


@lru_cache(maxsize=100_000)
def _signs(word: str) -> tuple[str, ...]:
    """Cached: marking twenty hits looks at some thousand words, mostly the same."""
    beginning = beginning_of(word)
    return (*stems(word), beginning) if beginning else tuple(stems(word))


def _is(stem: str, wanted: str, pattern: _Pattern) -> bool:
    if stem == wanted:
        return True
    long_enough = pattern.wide and len(wanted) >= LONG_ENOUGH
    begins = bool(pattern.beginning) and stem.startswith(pattern.beginning)
    return begins or (long_enough and stem.startswith(wanted))


def _window(text: str, spans: list[tuple[int, int, int]]) -> tuple[int, int]:
    """The stretch that holds the most different patterns; the first of equals."""
    best, start = 0, 0
    for place, (first, _, _) in enumerate(spans):
        near = {n for at, end, n in spans[place:] if end <= first + LENGTH * 3 // 4}
        if len(near) > best:
            best, start = len(near), first
    start = max(0, start - LENGTH // 4)
    if start:
        start = text.find(" ", start) + 1
    stop = min(len(text), start + LENGTH)
    if stop < len(text):
        stop = max(text.rfind(" ", start, stop), start + LENGTH // 2)
    return start, stop


def _parts(text: str, spans: list[tuple[int, int, int]], start: int, stop: int) -> Iterator[Part]:
    at = start
    for first, end, _ in spans:
        if first < at or end > stop:
            continue
        if first > at:
            yield Part(text[at:first], False)
        yield Part(text[first:end], True)
        at = end
    if at < stop:
        yield Part(text[at:stop], False)
