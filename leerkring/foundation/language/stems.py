"""Dutch word stems, for finding: «gezinnen» is found by «gezin», «financiele» by «financiële».

The algorithm is Snowball's `dutch` (Martin Porter's project, the version of 2025, after
Kraaij & Pohlmann's stemmer of 1994). It takes «ge» off the front of every word, so that gezin
becomes zin and gezond becomes zon; words in which «ge» belongs to the word are kept from it.
Irregular forms stand in `words/stems.csv`.
"""

import re
import threading
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

import snowballstemmer

from leerkring.foundation.language.lists import rows_of

LONGEST_WORD = 60  # what is longer is no word; its beginning is enough to find it by
_CACHED_WORDS = 100_000

_SPELT_OUT = str.maketrans(
    {"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ı": "i", "’": "'", "‘": "'"}
)
_WORD = re.compile(r"['’‘]?[^\W_][\u0300-\u036f]*(?:['’‘]?[^\W_][\u0300-\u036f]*)*")
_ENDING_IN_BRACKETS = re.compile(r"(?<=\w)\((?:s|e|n|en|ren)\)")
_SHORT_FOR = frozenset(["'s", "'t", "'n", "'k", "'m", "'r", "d'r", "z'n", "m'n", "zo'n"])
_OWN_GE = re.compile(
    r"^ge(?=baar|beurtenis|boorte|bouw|brek|bruik|handicapt|heugen|hoor|lijk|loof|luid|luk|meen|"
    r"moed|noeg|recht|schied|schil|slacht|sticht|tuig|vaar|val|volg|wicht|woon|zamenlijk|zelschap|"
    r"zicht|zond|est)|ge(?=bied|drag|sprek|voel|weld|zag|zin)"
)
_PLURALS = (("kinderen", "kind"), ("teamleden", "teamlid"), ("sleden", "slid"))
_VERB_ON_T = re.compile(r"(?:[^c]gt|mt|dt|[aeiou]{2}ft|ijft|ijkt)$")


def stems_of(text: str) -> list[str]:
    """The stems of the words of a text, in the order of the text, as often as they stand there.

    A hyphen parts two words, unless the first is a single letter: e-mail is one word, as people
    write it in two ways. An apostrophe keeps a word together («oma's»); short forms such as «'s»
    and «z'n» are left out. Numbers stay as they are.
    """
    return [_stem(word) for word in _words(_ENDING_IN_BRACKETS.sub("", text))]


def fold(word: str) -> str:
    """A word as it is compared: no capitals, no accents, straight apostrophes."""
    if word.isascii():
        return word.lower()
    loose = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in loose if not unicodedata.combining(sign)).translate(_SPELT_OUT)


def _words(text: str) -> Iterator[str]:
    """Folded words; a single letter before a hyphen goes with the word behind it."""
    found = list(_WORD.finditer(text))
    start = ""
    for word, following in pairwise([*found, None]):
        assert word is not None
        folded = fold(word.group())
        alone = len(folded) == 1 and not start and folded.isalpha()
        if alone and following and text[word.end() : following.start()] in {"-", "\u2011"}:
            start = folded
            continue
        if folded not in _SHORT_FOR:
            yield (start + folded.removeprefix("'"))[:LONGEST_WORD]
        start = ""


@lru_cache(maxsize=_CACHED_WORDS)
def _stem(word: str) -> str:
    """The stem of one folded word. 20 µs without the cache."""
    if word[0].isdigit():
        return word
    known = _irregular().get(word)
    if known:
        return known
    for plural, single in _PLURALS:
        if word.endswith(plural):
            return word.removesuffix(plural) + single
    if _VERB_ON_T.search(word):
        word = word[:-1]
    return _snowball(_OWN_GE.sub("ghe", word)).replace("ghe", "ge")


def _snowball(word: str) -> str:
    """A stemmer remembers the word it is at, so each thread has its own."""
    stemmer = getattr(_of_thread, "stemmer", None)
    if stemmer is None:
        stemmer = _of_thread.stemmer = snowballstemmer.stemmer("dutch")
    return str(stemmer.stemWord(word))


_of_thread = threading.local()


@cache
def _irregular() -> dict[str, str]:
    return {row["word"]: row["stem"] for row in rows_of("stems.csv")}
