"""Words of the trade with a plainer word beside them, from `words/jargon.csv`.

Found by stem, so that «geïmplementeerd» is found by «implementeren».
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from leerkring.foundation.language.lists import rows_of
from leerkring.foundation.language.stems import stems_of

Stems = tuple[str, ...]


def jargon_in(words: Sequence[re.Match[str]]) -> Iterator[tuple[int, int, str]]:
    """Start, end and the plainer word, over the words of one sentence; the longest phrase first."""
    known = {text: tuple(stems_of(text)) for text in {word.group() for word in words}}
    stems = [known[word.group()] for word in words]
    place = 0
    while place < len(words):
        taken = 1
        for phrase, plainer in _by_first_stem().get(stems[place][:1], ()):
            count = _words_of(phrase, stems[place : place + len(phrase)])
            if count:
                yield words[place].start(), words[place + count - 1].end(), plainer
                taken = count
                break
        place += taken


def _words_of(phrase: Stems, stems: list[Stems]) -> int:
    """How many words this phrase takes from the start of `stems`; none if it does not stand there.

    A word with a hyphen has more stems than one.
    """
    met: Stems = ()
    for count, stem in enumerate(stems, start=1):
        met += stem
        if met == phrase:
            return count
    return 0


@cache
def _by_first_stem() -> dict[Stems, list[tuple[Stems, str]]]:
    found: dict[Stems, list[tuple[Stems, str]]] = {}
    for row in rows_of("jargon.csv"):
        phrase = tuple(stems_of(row["jargon"]))
        found.setdefault(phrase[:1], []).append((phrase, row["plainer"]))
    return {first: sorted(rows, key=lambda r: (-len(r[0]), r)) for first, rows in found.items()}
