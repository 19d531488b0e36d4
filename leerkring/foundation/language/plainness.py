"""How plain a Dutch text is: first passages to do something about, then the scores."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from leerkring.foundation.language import reading_ease
from leerkring.foundation.language.jargon import jargon_in
from leerkring.foundation.language.passive import passives_in
from leerkring.foundation.language.sentences import sentences_of

MOST_WORDS_IN_A_SENTENCE = 20
LETTERS_OF_A_LONG_WORD = 16
FEWEST_WORDS_FOR_A_SCORE = 30

_WORD = re.compile(r"[^\W_][\u0300-\u036f]*(?:['’‑-]?[^\W_][\u0300-\u036f]*)*")


@dataclass(frozen=True)
class Passage:
    """A part of the text that could be plainer; `plainer` is what could stand there, if we know."""

    start: int
    end: int
    text: str
    plainer: str = ""
    words: int = 0


@dataclass(frozen=True)
class Plainness:
    """What `review` found. Positions count characters of the text as given.

    The scores are None under thirty words: of so little they say nothing.
    """

    words: int
    sentences: int
    long_sentences: tuple[Passage, ...]
    long_words: tuple[Passage, ...]
    passives: tuple[Passage, ...]
    jargon: tuple[Passage, ...]
    lix: float | None
    flesch_douma: float | None

    def __bool__(self) -> bool:
        """Whether there is anything to look at again."""
        return bool(self.long_sentences or self.long_words or self.passives or self.jargon)


def review(text: str) -> Plainness:
    """Sentences of more than 20 words, words of 16 letters or more (once), passives, jargon."""
    sentences = [
        (start, end, list(_WORD.finditer(text, start, end))) for start, end in sentences_of(text)
    ]
    words = [word.group() for _, _, found in sentences for word in found]
    return Plainness(
        words=len(words),
        sentences=len(sentences),
        long_sentences=tuple(
            Passage(start, end, text[start:end], words=len(found))
            for start, end, found in sentences
            if len(found) > MOST_WORDS_IN_A_SENTENCE
        ),
        long_words=tuple(_long_words([word for *_, found in sentences for word in found])),
        passives=tuple(
            Passage(start, end, text[start:end])
            for *_, found in sentences
            for start, end in passives_in(found, text)
        ),
        jargon=tuple(
            Passage(start, end, text[start:end], plainer)
            for *_, found in sentences
            for start, end, plainer in jargon_in(found)
        ),
        **_scores(words, len(sentences)),
    )


def _long_words(words: list[re.Match[str]]) -> Iterator[Passage]:
    first: dict[str, re.Match[str]] = {}
    for word in words:
        first.setdefault(word.group().lower(), word)
    for word in first.values():
        if max(map(len, re.split("[-‑]", word.group()))) >= LETTERS_OF_A_LONG_WORD:
            yield Passage(*word.span(), word.group())


def _scores(words: list[str], sentences: int) -> dict[str, float | None]:
    if len(words) < FEWEST_WORDS_FOR_A_SCORE:
        return {"lix": None, "flesch_douma": None}
    often = Counter(words).items()
    longest = reading_ease.LETTERS_OF_A_LONG_WORD_IN_LIX
    longer = sum(times for word, times in often if len(word) > longest)
    syllables = sum(times * reading_ease.syllables_of(word) for word, times in often)
    return {
        "lix": reading_ease.lix(len(words), sentences, longer),
        "flesch_douma": reading_ease.flesch_douma(len(words), sentences, syllables),
    }
