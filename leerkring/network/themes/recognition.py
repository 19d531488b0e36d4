"""Which themes a text is about that nobody put a theme to: those of which it says a name.

A name is recognised where a search for it would find it: in any form, a single word of some length
also as the beginning of a longer one («schulden» in «schuldhulp»), several words only in a row.
One of which the stem leaves less than half says too little by that: «zichtbaarheid» is more than
«zicht», and must stand there itself.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from leerkring.foundation.language.stems import fold
from leerkring.foundation.search.asking import LONG_ENOUGH
from leerkring.foundation.search.lexemes import beginning_of, plain, stems, words_of


def themes_said(text: str, names: Iterable[tuple[int, str]]) -> tuple[int, ...]:
    """Numbers of the themes that the text names, ascending; `names` are (theme, name), any number
    of them for one theme.

    >>> themes_said("Hulp bij schulden", [(1, "Schuld"), (2, "Armoede")])
    (1,)
    """
    row = stems(text)
    words = sorted({*row, *(plain(fold(word)) for word in words_of(text))})
    spoken = f" {' '.join(row)} "
    return tuple(sorted({theme for theme, name in names if _is_said(name, words, spoken)}))


def _is_said(name: str, words: Sequence[str], spoken: str) -> bool:
    wanted = stems(name)
    if len(wanted) != 1:
        return bool(wanted) and f" {' '.join(wanted)} " in spoken
    word, stem = plain(fold(name)), wanted[0]
    starts = {stem, beginning_of(name.strip())} if 2 * len(stem) >= len(word) else {word}
    return any(_stands(start, words) for start in starts - {""})


def _stands(start: str, words: Sequence[str]) -> bool:
    """In the alphabet a word is followed by those that begin with it."""
    at = bisect_left(words, start)
    if at == len(words):
        return False
    return words[at] == start or (len(start) >= LONG_ENOUGH and words[at].startswith(start))
