"""Passive sentences: «wordt … gedaan», «is … gedaan»: who does it stays out of sight.

A rule of thumb, no grammar. It looks for a form of worden (or zijn) with a participle behind it
in the same part of the sentence, or right before it («dat het gemaakt werd»).

It misses: most participles without ge- that end in -en («wordt ontraden»), those behind a comma,
and all but ge… after zijn («is besproken»). It takes for passive: an adjective that looks like a
participle («is gespannen»), and the perfect of a verb with zijn that is not in
`words/no_participles.txt`.
"""

import re
from collections.abc import Iterator, Sequence

from leerkring.foundation.language.lists import words_of
from leerkring.foundation.language.stems import fold

Span = tuple[int, int]
_BECOME = frozenset(("wordt", "word", "worden", "werd", "werden"))
_BE = frozenset(("is", "zijn", "was", "waren"))
_BEFORE_GE = (
    "aan|achter|af|bij|binnen|door|in|langs|mee|na|neer|om|onder|op|over|samen|tegen|terug|toe|uit"
    "|vast|voor|weg"
)
_WITH_GE = re.compile(rf"(?:{_BEFORE_GE})?ge[a-z]{{2,20}}(?:d|t|en)")
_WITHOUT_GE = re.compile(
    r"(?:be|ver|ont|her|onder|over)[a-z]{2,20}(?:d|t)|[a-z]{2,16}eerd"
    r"|(?:be|ver|ont|her|onder|over)(?:sproken|wezen|nomen|sloten|schreven|geven|grepen|gonnen"
    r"|dreven|houden|wogen|boden|broken|noemd|vangen|gaan|laten|kozen)"
)
_FARTHEST = 15


def passives_in(words: Sequence[re.Match[str]], text: str) -> Iterator[Span]:
    """Spans from the form of worden or zijn to its participle, over the words of one sentence."""
    folded = [fold(word.group()) for word in words]
    taken = -1
    for place, word in enumerate(folded):
        if word in _BECOME | _BE and place > taken:
            other = _participle_of(place, folded, words, text)
            if other is not None:
                first, last = sorted((place, other))
                yield words[first].start(), words[last].end()
                taken = last


def _participle_of(
    place: int, folded: list[str], words: Sequence[re.Match[str]], text: str
) -> int | None:
    become = folded[place] in _BECOME
    if become and place and _is_participle(folded[place - 1], become):
        return place - 1
    for other in range(place + 1, min(place + _FARTHEST, len(folded))):
        if set(text[words[other - 1].end() : words[other].start()]) & set(",;:()"):
            return None
        if _is_participle(folded[other], become):
            return other
    return None


def _is_participle(word: str, become: bool) -> bool:
    """With zijn only ge…d and ge…t: ge…en is too often a perfect («is gegeten», «is gelopen»)."""
    if word in words_of("no_participles.txt"):
        return False
    if become:
        return bool(_WITH_GE.fullmatch(word) or _WITHOUT_GE.fullmatch(word))
    return bool(_WITH_GE.fullmatch(word)) and not word.endswith("en")
