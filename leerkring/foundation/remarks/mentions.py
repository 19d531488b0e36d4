"""Who is meant by «@Samira El Amrani» in a text. No Django: names come in, keys go out."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

# An @ that begins a word, and at most six words after it. Nothing follows the group, so it never
# has to look back.
_MENTION = re.compile(r"(?<![\w@.])@((?:[\w'’.-]+[ ]?){1,6})")


@dataclass(frozen=True)
class Mention:
    """Somebody named in a text, at [start, end), the @ included."""

    start: int
    end: int
    person: int


def called(text: str) -> set[str]:
    """Every name that may be meant, in small letters: of each @ the first word, the first two …"""
    return {" ".join(words[:n]) for _, words in _found(text) for n in range(1, len(words) + 1)}


def mentions(text: str, people: Mapping[str, int]) -> Iterator[Mention]:
    """Who is meant, the longest name first. `people`: key per name in small letters.

    A name that two people bear should not be in `people`: then nobody is meant.
    """
    for start, words in _found(text):
        for count in range(len(words), 0, -1):
            name = " ".join(words[:count])
            if name in people:
                yield Mention(start, start + 1 + len(name), people[name])
                break


def _found(text: str) -> Iterator[tuple[int, list[str]]]:
    for match in _MENTION.finditer(text):
        words = match[1].casefold().rstrip(" .'’-").split(" ")
        yield match.start(), [word for word in words if word]
