"""Names of people that are known already, found in a text whatever their capitals and accents."""

import re
from collections.abc import Collection, Iterator
from functools import cache
from itertools import islice, pairwise

from leerkring.foundation.language.lists import words_of
from leerkring.foundation.language.sentences import begins_sentence
from leerkring.foundation.language.stems import fold

Span = tuple[int, int]
Words = tuple[str, ...]

_WORD = re.compile(r"[^\W\d_][\u0300-\u036f]*(?:[^\W_][\u0300-\u036f]*)*")
_BETWEEN = frozenset([" ", "-", "\u00a0", "\u2011", "  ", ". ", "\n", "'", "’", " '", " ’"])
_SMALL = frozenset(
    ("van", "der", "den", "de", "het", "t", "ten", "ter", "te", "op", "in", "aan", "bij", "la")
) | {"le", "du", "von", "zu", "el", "al", "ben", "bin"}
_MOST_WORDS = 8


def names_in(text: str, names: Collection[str]) -> Iterator[Span]:
    """Where a name stands as whole words; the longest name first, and none inside another.

    «Sams» and «Sam's» are found by «Sam», without the s. Small words («van», «de») and single
    letters are no name by themselves.
    """
    words = [(fold(word.group()), *word.span()) for word in _WORD.finditer(text)]
    if not words or not names:
        return
    known = _by_first_word(names, {word for word, _, _ in words})
    next_free = 0
    for place, (word, start, _) in enumerate(words):
        if place < next_free:
            continue
        for name in known.get(word, ()) or known.get(_without_s(word, text[start]), ()):
            end = _end_of(name, text, words, place)
            if end is not None and _counts(name, text, words[place : place + len(name)]):
                yield start, end
                next_free = place + len(name)
                break


def words_that_begin_names(text: str) -> set[str]:
    """Every word of a text as a name in it could begin, folded."""
    words = {fold(word.group()) for word in _WORD.finditer(text)}
    return words | {word[:-1] for word in words if word.endswith("s")}


def first_word_of(name: str) -> str:
    """Under which word to look for a name, folded; "" for what is no name by itself."""
    return parts[0] if (parts := _parts(name)) else ""


def _by_first_word(names: Collection[str], present: set[str]) -> dict[str, list[Words]]:
    """Names whose first word stands in the text, the longest first."""
    present = present | {word[:-1] for word in present if word.endswith("s")}
    known: dict[str, set[Words]] = {}
    for name in names:
        parts = _parts(name)
        if parts and parts[0] in present:
            known.setdefault(parts[0], set()).add(parts)
    return {first: sorted(found, key=lambda n: (-len(n), n)) for first, found in known.items()}


def _parts(name: str) -> Words:
    if name.isascii() and name.isalpha():
        parts: Words = (name.lower(),)
    else:
        parts = tuple(fold(word) for word in islice(_WORD.findall(name), _MOST_WORDS))
    return parts if any(len(part) > 1 and part not in _SMALL for part in parts) else ()


def _without_s(word: str, first: str) -> str:
    """«Karims» → «karim», only with a capital: «lots» is no Lot."""
    return word[:-1] if word.endswith("s") and len(word) > 3 and first.isupper() else ""


def _end_of(name: Words, text: str, words: list[tuple[str, int, int]], place: int) -> int | None:
    """Where this name ends, when it stands here with nothing strange between its words."""
    here = words[place : place + len(name)]
    if len(here) < len(name):
        return None
    for (_, _, end), (_, start, _) in pairwise(here):
        if text[end:start] not in _BETWEEN:
            return None
    written = tuple(word for word, _, _ in here)
    last, start, end = here[-1]
    if written == name:
        return end
    if written[:-1] == name[:-1] and _without_s(last, text[start]) == name[-1]:
        return end - 1
    return None


def _counts(name: Words, text: str, here: list[tuple[str, int, int]]) -> bool:
    """An ordinary word needs a capital, and alone also a place where none was due."""
    own = [word for word in name if len(word) > 1 and word not in _SMALL]
    if any(word not in _ordinary() and len(word) > 2 for word in own):
        return True
    capitals = all(
        text[start].isupper() for part, (_, start, _) in zip(name, here, strict=True) if part in own
    )
    return capitals and (len(own) > 1 or not begins_sentence(text, here[0][1]))


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(fold(word) for word in words_of("ordinary_names.txt"))
