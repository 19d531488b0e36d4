"""Which questions look like one that somebody types: those that share its telling words."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

_WORD = re.compile(r"[^\W\d_][\w'’-]{3,}")
MOST_WORDS = 4
RARE = 3  # a word that this few questions have is telling enough by itself


def telling_words(text: str, small: frozenset[str]) -> list[str]:
    """The longest words, at most four, as they were typed; `small` ones left out."""
    words = {word.casefold(): word for word in _WORD.findall(text[:400])}
    kept = [word for plain, word in words.items() if plain not in small]
    return sorted(kept, key=lambda word: (-len(word), word.casefold()))[:MOST_WORDS]


def most_alike(found: Mapping[str, Sequence[str]], most: int) -> list[str]:
    """`found`: for each word what has it, by key, the best first. Returns the keys that share at
    least two words or one rare one, the most alike first; of those equal the earliest found.
    """
    score: dict[str, float] = defaultdict(float)
    shared: dict[str, int] = defaultdict(int)
    rare: set[str] = set()
    for keys in found.values():
        for key in keys:
            score[key] += 1 / (1 + len(keys))
            shared[key] += 1
        if len(keys) <= RARE:
            rare.update(keys)
    alike = [key for key in score if shared[key] > 1 or key in rare]
    return sorted(alike, key=lambda key: (-shared[key], -score[key]))[:most]
