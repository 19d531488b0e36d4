"""Street with house number, and postcodes of the Netherlands and Belgium.

A house number is what gives an address away, so the search starts at a number and looks back.
"""

import re
from collections.abc import Iterator
from functools import cache

from leerkring.foundation.language.lists import words_of
from leerkring.foundation.language.sentences import begins_sentence

Span = tuple[int, int]

_HOUSE = re.compile(
    r"(?<=[^\W\d_])[ \u00a0]{1,2}(?:(?:nr\.?|nummer|no\.?)[ \u00a0])?"
    r"(?P<number>[1-9]\d{0,3})"
    r"(?:[ ]?-?[ ]?(?:bis|hs|huis|zw|rd)\b|[ ][a-d]\b(?!['’.])"
    r"|[-/]?[a-zA-Z](?!\w)|[-/]\d{1,4}(?!\w))?"
    r"(?:[ ]bus[ ][\dA-Z]{1,4})?"
    r"(?![\w%€]|[.,:/-]\d)"
)
_WORD_BEFORE = re.compile(r"[^\W\d_](?:[\w'’.-]{0,38}\w)?$")
_SURE = (
    *("straat", "straatje", "laan", "plein", "steenweg", "gracht", "dreef", "kade", "singel"),
    *("steeg", "plantsoen", "boulevard", "wetering", "weteringen", "str."),
)
_OPEN = (
    *("weg", "pad", "park", "hof", "markt", "baan", "ring", "dijk", "lei", "vest", "wal", "kaai"),
    *("burg", "oord", "haven", "erf", "donk", "berg", "veld", "hoek", "tuin", "poort", "werf"),
)
_FIRST = frozenset(("Laan", "Plein", "Weg", "Kade", "Hof", "Singel", "Dijk", "Rue", "Avenue"))
_SMALL = frozenset(("van", "der", "den", "de", "het", "'t", "op", "ter", "ten", "aan", "du", "la"))
_COUNTED = re.compile(
    r"\s{0,2}(?:keer|maal|kinderen|jongeren|jaar|jarige|uur|uren|minuten|euro|mensen|gezinnen|teams?"
    r"|dagen|weken|maanden|procent|personen|leden|huizen|woningen|bewoners|ouders|scholen|meter|km"
    r"|deelnemers|ochtenden|middagen|avonden|nieuwe|van de)\b",
    re.I,
)
_DUTCH_CODE = r"[1-9]\d{3}[ \u00a0]?(?!SA|SD|SS)[A-Z]{2}(?!\w)"
_POSTCODE = re.compile(rf"(?<![\w€-])(?<!\d[.,/]){_DUTCH_CODE}(?!-)")
_CODE_FOLLOWS = re.compile(rf"[, \n\u00a0]{{1,3}}{_DUTCH_CODE}")
_UNITS = frozenset(
    ("KM", "CM", "MM", "KG", "MB", "GB", "KB", "TB", "KW", "PK", "EU", "NL", "BE", "VN", "UK", "US")
)
_BELGIAN = re.compile(
    r"(?<![\w€-])(?<!\d[.,/])(?:B-[1-9]\d{3}(?!\w)"
    r"|[1-9]\d{3}(?=[ \u00a0]"
    r"(?P<place>[A-Z][^\W\d_]{2,15}(?:-[a-z]{2,3}){0,2}(?:-[A-Z][a-z]{2,12})?)))"
)


def addresses(text: str) -> Iterator[Span]:
    """A street and a house number, with letter, addition or bus («Kerkstraat 12 a»)."""
    for house in _HOUSE.finditer(text):
        start = _street_before(text, house)
        if start is not None:
            yield start, house.end()


def _street_before(text: str, house: re.Match[str]) -> int | None:
    end = house.start()
    word = _WORD_BEFORE.search(text[max(0, end - 40) : end])
    if word is None or _is_year(house["number"]) or _COUNTED.match(text, house.end()):
        return None
    name, start = word.group(), end - len(word.group())
    lower, capital = name.lower(), name[0].isupper()
    first = _start_of_name(text, start) if capital else start
    if lower in words_of("no_streets.txt"):
        return None
    if lower.endswith(_SURE) and (len(lower) > 8 or capital):
        return first
    in_the_sentence = capital and (first < start or not begins_sentence(text, start))
    whole = lower.endswith(_OPEN) and len(lower) > 5
    along = first < start and (text[first:start].split()[0] in _FIRST or lower.endswith(_OPEN))
    code = _CODE_FOLLOWS.match(text, house.end())
    return first if in_the_sentence and (whole or along or code) else None


def _start_of_name(text: str, start: int) -> int:
    """Where the name of a street begins: capitals and small words before its last word."""
    first = at = start
    for _ in range(5):
        before = _WORD_BEFORE.search(text[max(0, at - 31) : max(0, at - 1)])
        if before is None or text[at - 1] not in " \u00a0":
            break
        word, at = before.group(), at - 1 - len(before.group())
        if word[0].isupper() and word not in words_of("before_streets.txt"):
            first = at
        elif word not in _SMALL:
            break
    return first


def postcodes(text: str) -> Iterator[Span]:
    """Dutch postcodes with their letters; Belgian ones with B- or before a place they belong to."""
    for match in _POSTCODE.finditer(text):
        figures, letters = match.group()[:4], match.group()[-2:]
        apart = len(match.group()) > 6
        unsure = letters in _UNITS or (_is_year(figures) and apart)
        if not unsure or text[match.end() : match.end() + 2].strip(" ,").isupper():
            yield match.span()
    for match in _BELGIAN.finditer(text):
        code = _places().get(match["place"] or "")
        before = text[max(0, match.start() - 2) : match.start()]
        year = _is_year(match.group()) and before != ", " and not before.endswith("\n")
        if match["place"] is None or (code and code[0] == match.group()[0] and not year):
            yield match.span()


def _is_year(figures: str) -> bool:
    return len(figures) == 4 and 1900 <= int(figures) <= 2099


@cache
def _places() -> dict[str, str]:
    return dict(entry.split(":") for entry in words_of("places.txt"))
