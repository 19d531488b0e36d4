"""Questions that look like the one that somebody is typing, of those that they may see."""

from dataclasses import dataclass
from typing import Any

from leerkring.exchange.questions.likeness import most_alike, telling_words
from leerkring.foundation.search.asking import SMALL_WORDS
from leerkring.foundation.search.queries import search

KIND = "vraag"
MOST = 5
DEEP = 15  # hits looked at for each word


@dataclass(frozen=True)
class Alike:
    title: str
    url: str


def questions_like(text: str, person: Any) -> list[Alike]:
    """At most five, the most alike first; found as everything is found, by who may find it."""
    words = telling_words(text.replace("\x00", ""), SMALL_WORDS)
    found: dict[str, list[str]] = {}
    titles: dict[str, str] = {}
    for word in words:
        hits = search(person, word, kinds=(KIND,), size=DEEP).hits
        found[word] = [hit.url for hit in hits]
        titles |= {hit.url: hit.title for hit in hits}
    return [Alike(titles[url], url) for url in most_alike(found, MOST)]
