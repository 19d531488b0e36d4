"""The signs under which a thing stands in the index: plain letters and digits, on any database.

The first letter says what a sign is, so that no word can pass for an access token:

    w stem        stands anywhere        t stem        stands in the title
    p number      two stems in a row     q number      two stems in a row in the title
    a token       who may find it        k kind        h theme        c circle
    s week        the week of its moment, counted from 1970
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from leerkring.foundation.language.stems import fold, stems_of

MOST_WORDS = 5000  # of a text; what comes later cannot be found
LONGEST_TEXT = 60_000
WORD = re.compile(r"[^\W_]+(?:['’‘][^\W_]+)*")
_NOT_PLAIN = re.compile(r"[\W_]+")
WEEK = 7 * 86_400


def plain(word: str) -> str:
    return _NOT_PLAIN.sub("", word)


def stems(text: str) -> list[str]:
    """Stems of at most MOST_WORDS words, of letters and digits only."""
    return [stem for stem in map(plain, stems_of(text[:LONGEST_TEXT])) if stem][:MOST_WORDS]


@lru_cache(maxsize=100_000)
def beginning_of(word: str) -> str:
    """The folded word, when its stem begins otherwise: geldzorgen, of which the stemmer makes
    ldzorg, is then still found by geld. "" when the stem will do.
    """
    found = stems(word)
    whole = plain(fold(word))
    return whole if len(found) == 1 and whole and not whole.startswith(found[0]) else ""


def words_of(text: str) -> Iterator[str]:
    for count, word in enumerate(WORD.finditer(text[:LONGEST_TEXT])):
        if count == MOST_WORDS:
            return
        yield word.group()


def pairs(found: list[str]) -> list[str]:
    """A number for each two stems in a row: phrases without positions, on any database."""
    return [f"{crc32(f'{one} {two}'.encode()):08x}" for one, two in pairwise(found)]


def week_of(moment: datetime) -> int:
    return int(moment.astimezone(UTC).timestamp() // WEEK)


def _beginnings(text: str) -> set[str]:
    return {beginning for word in words_of(text) if (beginning := beginning_of(word))}


def lexemes_of(
    title: str,
    text: str,
    *,
    tokens: Iterable[str],
    kind: str,
    themes: Iterable[int],
    circle: int | None,
    at: datetime,
) -> list[str]:
    """All signs of one thing, each once, in a stable order."""
    in_title, in_text = stems(title), stems(text)
    begin_title, begin_text = _beginnings(title), _beginnings(text)
    found = {f"w{stem}" for stem in (*in_title, *in_text, *begin_title, *begin_text)}
    found |= {f"t{stem}" for stem in (*in_title, *begin_title)}
    found |= {f"p{pair}" for pair in (*pairs(in_title), *pairs(in_text))}
    found |= {f"q{pair}" for pair in pairs(in_title)}
    found |= {f"a{plain(token)}" for token in tokens}
    found |= {f"h{theme}" for theme in themes}
    found |= {f"k{plain(kind)}", f"s{week_of(at)}"}
    if circle is not None:
        found.add(f"c{circle}")
    return sorted(found)
