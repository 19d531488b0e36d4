"""Who may be named in a text: rooms that know people say which names those are.

A provider gives names as people write them, whole and in the parts that point at somebody by
themselves («Sam de Vries», «Sam»). With a `stamp` they are read anew only when that changes, or
after a few minutes; in a country there are a hundred thousand of them, and every comment is looked
through.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from leerkring.foundation.language.known_people import first_word_of, words_that_begin_names

NameProvider = Callable[[], Iterable[str]]
Stamp = Callable[[], object]
LONGEST = 300.0  # seconds that a name may be kept in memory


@dataclass
class _Names:
    """The names of one provider, by the word that they begin with."""

    provider: NameProvider
    stamp: Stamp | None = None
    of: object = None
    until: float = 0.0
    by_word: dict[str, set[str]] = field(default_factory=dict)

    def starting_with(self, words: Iterable[str]) -> set[str]:
        self._refresh()
        return {name for word in words for name in self.by_word.get(word, ())}

    def all(self) -> set[str]:
        return {name for name in self.provider() if name}

    def _refresh(self) -> None:
        now, stamp = time.monotonic(), self.stamp() if self.stamp else None
        if stamp is not None and stamp == self.of and now < self.until:
            return
        found = defaultdict(set)
        for name in self.provider():
            found[first_word_of(name)].add(name)
        found.pop("", None)
        self.by_word, self.of, self.until = dict(found), stamp, now + LONGEST


_providers: list[_Names] = []
_places: list[_Names] = []


def register_names(provider: NameProvider, *, stamp: Stamp | None = None) -> None:
    """`stamp()` is another value as soon as there are other names, as far as that is cheap."""
    if provider not in [known.provider for known in _providers]:
        _providers.append(_Names(provider, stamp))


def register_places(provider: NameProvider, *, stamp: Stamp | None = None) -> None:
    """Names of schools, districts and organisations, as `register_names` of people."""
    if provider not in [known.provider for known in _places]:
        _places.append(_Names(provider, stamp))


def places_for(text: str) -> frozenset[str]:
    """Those that could stand in this text."""
    words = words_that_begin_names(text) if _places else set()
    return frozenset(name for known in _places for name in known.starting_with(words))


def names() -> frozenset[str]:
    """All names of all providers; empty ones left out."""
    return frozenset(name for known in _providers for name in known.all())


def names_for(text: str) -> frozenset[str]:
    """Those names that could stand in this text: its words are what they begin with."""
    words = words_that_begin_names(text)
    return frozenset(name for known in _providers for name in known.starting_with(words))
