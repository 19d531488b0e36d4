"""A word cloud: words that mean the same are joined by their Dutch stem."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from leerkring.foundation.language.stems import stems_of

MOST_WORDS = 40
_PIECE = re.compile(r"[^\s,;/.!?:()\[\]«»\"“”…]+")
# Words that say nothing by themselves; our own short list, so that «niet» and «samen» stay.
_SMALL = frozenset(
    word
    for line in (
        "de het een en of dat die dit deze ik je jij u hij ze zij we wij jullie me mij mijn jouw",
        "zijn haar ons onze hun is ben bent was waren wordt worden heb hebt heeft hebben te ten",
        "ter van in op aan bij met voor om naar uit als dan maar ook nog er al zo",
    )
    for word in line.split()
)


@dataclass(frozen=True)
class CloudWord:
    """A word as most people wrote it, and on how many cards it stands in any form."""

    word: str
    cards: int


def cloud(texts: Iterable[str], most: int = MOST_WORDS) -> tuple[CloudWord, ...]:
    """The words of the cards, most cards first, then by the alphabet.

    A word twice on one card counts once. A sign without letters (an emoji) is a word too.
    """
    cards: Counter[str] = Counter()
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        keys = _keys(text)
        cards.update(set(keys.values()))
        for piece, key in keys.items():
            forms[key][piece.lower()] += 1
    found = [CloudWord(_usual(forms[key]), n) for key, n in cards.items()]
    return tuple(sorted(found, key=lambda each: (-each.cards, each.word))[:most])


def with_themes(
    words: Iterable[CloudWord], themes: Iterable[tuple[str, int]], most: int = MOST_WORDS
) -> tuple[CloudWord, ...]:
    """The cloud with themes in it as they were called, each with its number of cards. A theme that
    is one of the words takes its cards along."""
    found = {"".join(sorted(_keys(each.word).values())): each for each in words}
    for name, cards in themes:
        key = "".join(sorted(set(_keys(name).values()))) or name.casefold()
        also = found[key].cards if key in found else 0
        found[key] = CloudWord(name, cards + also)
    return tuple(sorted(found.values(), key=lambda each: (-each.cards, each.word))[:most])


def holds(text: str, word: str) -> bool:
    """Whether all of `word` is in the text, in whichever form.

    >>> holds("Veel buren!", "buur"), holds("Veel buren!", "beer")
    (True, False)
    """
    wanted = set(_keys(word).values())
    return bool(wanted) and wanted <= set(_keys(text).values())


def _keys(text: str) -> dict[str, str]:
    """The stem of each piece of a text that says something."""
    pieces = [piece.strip("'’‘-*_") for piece in _PIECE.findall(text)]
    kept = [piece for piece in pieces if piece and piece.lower() not in _SMALL]
    return {piece: "-".join(stems_of(piece)) or piece.casefold() for piece in kept}


def _usual(forms: Counter[str]) -> str:
    """The form that most people wrote; of equals the shortest."""
    return min(forms, key=lambda form: (-forms[form], len(form), form))
