"""Two people wrote in the same note: put both texts together, and lose nothing.

A three-way merge over lines: what only one of them changed is taken over; where both changed the
same lines, both versions stand under each other. The result holds every line that either added.
"""

from dataclasses import dataclass
from difflib import SequenceMatcher

Span = tuple[int, int, list[str]]


@dataclass(frozen=True)
class Merged:
    """`overlapped`: both changed the same lines, so a person should read it over."""

    text: str
    overlapped: bool


def merge(base: str, theirs: str, mine: str) -> Merged:
    """Merge `mine`, written from `base`, into `theirs`, which was saved in the meantime."""
    if theirs in (base, mine):
        return Merged(mine, overlapped=False)
    if mine == base:
        return Merged(theirs, overlapped=False)
    lines = base.splitlines()
    return _merge_lines(lines, theirs.splitlines(), mine.splitlines())


def _merge_lines(base: list[str], theirs: list[str], mine: list[str]) -> Merged:
    result: list[str] = []
    overlapped = False
    position = 0
    for start, end, their_spans, my_spans in _regions(base, theirs, mine):
        result += base[position:start]
        their_lines = _applied(base, start, end, their_spans)
        my_lines = _applied(base, start, end, my_spans)
        if their_spans and my_spans and their_lines != my_lines:
            overlapped = True
            result += their_lines + [line for line in my_lines if line not in their_lines]
        else:
            result += my_lines if my_spans else their_lines
        position = end
    result += base[position:]
    return Merged("\n".join(result), overlapped)


def _changes(base: list[str], other: list[str]) -> list[Span]:
    matcher = SequenceMatcher(None, base, other, autojunk=False)
    return [(a, b, other[c:d]) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]


def _regions(
    base: list[str], theirs: list[str], mine: list[str]
) -> list[tuple[int, int, list[Span], list[Span]]]:
    """Stretches of base lines that either changed; changes that touch each other share one."""
    marked = [(span, True) for span in _changes(base, theirs)]
    marked += [(span, False) for span in _changes(base, mine)]
    marked.sort(key=lambda mark: mark[0][:2])
    regions: list[tuple[int, int, list[Span], list[Span]]] = []
    for span, is_theirs in marked:
        start, end, _ = span
        if regions and start <= regions[-1][1]:
            first, last, their_spans, my_spans = regions.pop()
            start, end = first, max(last, end)
        else:
            their_spans, my_spans = [], []
        (their_spans if is_theirs else my_spans).append(span)
        regions.append((start, end, their_spans, my_spans))
    return regions


def _applied(base: list[str], start: int, end: int, spans: list[Span]) -> list[str]:
    lines: list[str] = []
    position = start
    for a, b, replacement in spans:
        lines += base[position:a] + replacement
        position = b
    return lines + base[position:end]
