"""What somebody asks for: the words they type, understood.

    wijkteam overleg        both words, in any form, also as the beginning of a longer word
    "eigen regie"           these words in this order (in any form)

The order of «best»: first what has every word in its title; then what has every word itself; then
what has them as part of a longer word, or a word that means the same. Within each the newest first.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from leerkring.foundation.language.stems import fold
from leerkring.foundation.search.expressions import Expression, Sign, both, either
from leerkring.foundation.search.lexemes import pairs, plain, stems

MOST_TERMS = 10
LONGEST_QUESTION = 200
LONG_ENOUGH = 4  # letters of a stem before it also finds longer words
MOST_MEANINGS = 12
QUOTES = re.compile(r'["“”„«»]')
ARTICLES = "de het een"
PREPOSITIONS = "in op aan van voor met bij naar te ten ter tot om over uit door als"
PRONOUNS = "ik je we wij ze zij hij u hun ons onze mijn jouw"
QUESTIONS = "hoe wat wie waar"
SMALL_WORDS = frozenset(
    f"{ARTICLES} {PREPOSITIONS} {PRONOUNS} {QUESTIONS} en of dat die dit deze is zijn er".split()
)

Stems = tuple[str, ...]


@dataclass(frozen=True)
class Term:
    """One word or phrase of a question, with everything that means the same.

    typed      what must stand there, as stems
    beginning  the word as it was typed, when that begins other words than its stem does
    whole      the stems stand in this order (a phrase in quotes)
    meanings   other stems, or rows of them, that are as good
    """

    typed: Stems
    beginning: str = ""
    whole: bool = False
    meanings: tuple[Stems, ...] = ()

    def itself(self) -> Expression:
        return _row("w", "p", self.typed) if self.whole else _each("w", self.typed, prefix=False)

    def anywhere(self) -> Expression:
        return self._widely("w", "p")

    def in_title(self) -> Expression:
        return self._widely("t", "q")

    def _widely(self, word: str, pair: str) -> Expression:
        if self.whole:
            return _row(word, pair, self.typed)
        found = [_each(word, self.typed, prefix=True)]
        if self.beginning:
            found.append(Sign(word + self.beginning, prefix=True))
        found += [_row(word, pair, meaning, prefix=True) for meaning in self.meanings]
        return either(*found)


def _sign(letter: str, stem: str, prefix: bool) -> Sign:
    return Sign(letter + stem, prefix=prefix and len(stem) >= LONG_ENOUGH)


def _each(letter: str, found: Stems, *, prefix: bool) -> Expression:
    return both(*(_sign(letter, stem, prefix) for stem in found))


def _row(word: str, pair: str, found: Stems, *, prefix: bool = False) -> Expression:
    """These stems in a row; one alone may begin a longer word."""
    if len(found) == 1:
        return _sign(word, found[0], prefix)
    return both(*(Sign(pair + number) for number in pairs(list(found))))


Groups = tuple[tuple[str, ...], ...]


@lru_cache(maxsize=8)
def _by_stems(groups: Groups) -> list[frozenset[Stems]]:
    return [frozenset(tuple(stems(member)) for member in group) - {()} for group in groups]


def understand(words: str, groups: Groups = ()) -> tuple[Term, ...]:
    """The terms of a question; `groups` are words and expressions that mean the same."""
    known = _by_stems(groups)
    terms: list[Term] = []
    for place, part in enumerate(QUOTES.split(words[:LONGEST_QUESTION])):
        if place % 2 and stems(part):
            terms.append(Term(tuple(stems(part)), whole=True))
        elif not place % 2:
            terms += _loose(part, known)
    return tuple(dict.fromkeys(terms))[:MOST_TERMS]


def _loose(part: str, known: list[frozenset[Stems]]) -> list[Term]:
    said = [word for word in part.split() if stems(word)]
    telling = [word for word in said if fold(word).strip("'’.,!?") not in SMALL_WORDS] or said
    rows = [tuple(stems(word)) for word in telling]
    longest = max((len(member) for group in known for member in group), default=1)
    terms, at = [], 0
    while at < len(rows):
        for count in range(min(longest, len(rows) - at), 0, -1):
            typed = tuple(stem for row in rows[at : at + count] for stem in row)
            meanings = _same(typed, known)
            if meanings or count == 1:
                break
        whole_word = plain(fold(telling[at])) if len(typed) == 1 else ""
        useful = len(whole_word) >= LONG_ENOUGH and not whole_word.startswith(typed[0])
        terms.append(Term(typed, whole_word if useful else "", meanings=meanings))
        at += count
    return terms


def _same(typed: Stems, known: list[frozenset[Stems]]) -> tuple[Stems, ...]:
    found = {member for group in known if typed in group for member in group} - {typed}
    return tuple(sorted(found))[:MOST_MEANINGS]


def everything(terms: Sequence[Term]) -> Expression | None:
    """All that answers the question, in no order; None when nothing was asked."""
    return both(*(term.anywhere() for term in terms)) if terms else None


def ranks(terms: Sequence[Term]) -> tuple[Expression, ...]:
    """What answers the question best, well, and at all; what is in a better rank is in a lower one
    too, or may be.
    """
    return (
        both(*(term.in_title() for term in terms)),
        both(*(term.itself() for term in terms)),
        both(*(term.anywhere() for term in terms)),
    )
