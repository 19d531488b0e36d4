"""Licence plates: the Dutch series (RDW, sidecodes 1 to 14) and the Belgian one since 2010.

Without a word such as «kenteken» beside it only capitals with hyphens count, so that codes of
courses, rooms and projects are left alone. Months in capitals are dates.
"""

import re
from collections.abc import Iterator

Span = tuple[int, int]

_SHAPES = (
    *("LL-99-99", "99-99-LL", "99-LL-99", "LL-99-LL", "LL-LL-99", "99-LL-LL", "99-LLL-9"),
    *("9-LLL-99", "LL-999-L", "L-999-LL", "LLL-99-L", "L-99-LLL", "9-LL-999", "999-LL-9"),
    "9-LLL-999",
)


def _pattern(letter: str, gap: str) -> str:
    signs = {"L": letter, "9": "[0-9]", "-": gap}
    return "|".join("".join(signs[sign] for sign in shape) for shape in _SHAPES)


_WITH_HYPHENS = re.compile(rf"(?<![\w-])(?:{_pattern('[A-Z]', '-')})(?![\w-])")
_NAMED = re.compile(
    r"\b(?:kenteken|nummerplaat|kentekenplaat)(?:en)?\b(?:[ :,(]|\b(?:is|was|van|de|haar|zijn|auto|"
    r"met|het)\b){0,8}"
    rf"(?P<plate>(?:{_pattern('[A-Z]', '[- .]?')}|[A-Z]{{3}}[- .]?[0-9]{{3}}))(?!\w)",
    re.I,
)
_MONTH = re.compile(r"-(?:JAN|FEB|MRT|MAR|APR|MEI|JUN|JUL|AUG|SEP|OKT|OCT|NOV|DEC)-")


def licence_plates(text: str) -> Iterator[Span]:
    """Plates with hyphens and capitals; in any writing after «kenteken» or «nummerplaat»."""
    for match in _WITH_HYPHENS.finditer(text):
        if not _MONTH.search(match.group()):
            yield match.span()
    for match in _NAMED.finditer(text):
        yield match.span("plate")
