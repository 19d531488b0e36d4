"""Where sentences begin and end in a Dutch text: abbreviations, initials and numbers keep a full
stop that ends nothing."""

import re
from collections.abc import Iterator

from leerkring.foundation.language.lists import words_of

_LOOK_BACK = 20
_SKIPPED = frozenset(" \t\u00a0\"'‘’“”«»„([{*_>#•·–—-")
_ENDS = frozenset(".!?…:;\n\r\v\f\u2028\u2029")
_STOP = re.compile(r"[.!?…]{1,5}[\"'’”»)\]]{0,3}(?=\s|$)|\n")
_LAST_WORD = re.compile(r"[\w.]+$")


def begins_sentence(text: str, position: int) -> bool:
    """Whether a capital at this place may be the capital of a sentence, a line or a quotation."""
    earliest = max(0, position - _LOOK_BACK)
    at = position
    while at > earliest and text[at - 1] in _SKIPPED:
        at -= 1
    if at == 0:
        return True
    if at < position and any(sign in '"‘“«„' for sign in text[at:position]):
        return True
    return text[at - 1] in _ENDS and not (text[at - 1] == "." and _is_abbreviated(text, at - 1))


def sentences_of(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every sentence with a letter or figure in it; a line break ends one too."""
    start = 0
    for stop in _STOP.finditer(text):
        if stop.group() == "." and _is_abbreviated(text, stop.start()) and _goes_on(text, stop):
            continue
        yield from _trimmed(text, start, stop.end())
        start = stop.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    sentence = text[start:end]
    if any(sign.isalnum() for sign in sentence):
        start += len(sentence) - len(sentence.lstrip())
        yield start, start + len(sentence.strip())


def _is_abbreviated(text: str, stop: int) -> bool:
    """Whether the full stop belongs to the word before it: «dhr.», «o.a.», «J.»."""
    word = _LAST_WORD.search(text[max(0, stop - _LOOK_BACK) : stop])
    if word is None:
        return False
    letters = word.group()
    initial = len(letters) == 1 and letters.isupper()
    return initial or letters.lower() in words_of("abbreviations.txt")


def _goes_on(text: str, stop: re.Match[str]) -> bool:
    """«enz.» and «o.a.» end a sentence when a capital follows, unless they stand before a name."""
    following = text[stop.end() : stop.end() + 2].strip()
    word = _LAST_WORD.search(text[max(0, stop.start() - _LOOK_BACK) : stop.start()])
    closes = word is not None and word.group().lower() in {"enz", "etc", "e.d", "e.a", "jl"}
    return not (closes and (not following or following[0].isupper()))
