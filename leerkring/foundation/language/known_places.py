"""Schools, districts and organisations that are known already: traces only beside another.

«Wijkteam Bloemhof» says where something is; «een meisje van negen uit Bloemhof» says who it is. So
the name of a place counts only near something that is about one person: another trace, an age, or
initials (the combinations beyond that stay a question for people).
"""

import re
from collections.abc import Collection, Iterator
from functools import cache
from itertools import chain

from leerkring.foundation.language.known_people import names_in
from leerkring.foundation.language.lists import words_of
from leerkring.foundation.language.sentences import begins_sentence
from leerkring.foundation.language.stems import fold

Span = tuple[int, int]

NEAR = 250  # signs: the same sentence, or one beside it

_NUMBER = (
    r"(?:\d{1,2}|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien"
    r"|vijftien|zestien|zeventien|achttien|negentien)"
)
_ONE = (
    r"(?:meisje|jongen|jongetje|kind|kindje|peuter|kleuter|puber|tiener|baby|jongere|leerling"
    r"|zoon|zoontje|dochter|dochtertje|broer|broertje|zus|zusje|nichtje|neefje|kleinkind"
    r"|moeder|vader|oma|opa|man|vrouw|mevrouw|meneer|cliënt|bewoner)"
)
_AGES = (
    re.compile(rf"(?<!\w){_ONE} van {_NUMBER}(?!\w)", re.I),
    re.compile(rf"(?<!\w){_ONE} \({_NUMBER}(?: jaar)?\)", re.I),
    re.compile(rf"(?<!\w){_NUMBER}[- ]?jarige? {_ONE}(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?:hij|zij|ze) (?:is|was|wordt) (?:nu |net |pas |bijna )?{_NUMBER}"
               r"(?= jaar\b|\s*[.,;])", re.I),
)  # fmt: skip
_INITIALS = re.compile(
    r"(?<![\w.-])(?:[A-Z]\.[ \u00a0]?){1,4}"
    r"(?=(?:van |de |der |den |te |ten |ter |el )*[A-Z][a-z]|[a-z(])"
)
_NO_PERSON_BEFORE = re.compile(
    r"\b(?:groep|team|klas|lokaal|blok|plan|type|school|punt|deel|vitamine|bijlage|optie|variant)"
    r"[ \u00a0]$",
    re.I,
)


def places_in(text: str, places: Collection[str], others: Collection[Span]) -> Iterator[Span]:
    """Where a known place stands near one of the `others`, or near an age or initials."""
    found = list(names_in(text, places))
    if not found:
        return
    persons = sorted(chain(others, _about_one_person(text)))
    at = 0
    for start, end in found:
        while at < len(persons) and persons[at][1] < start - NEAR:
            at += 1
        if any(
            begin <= end + NEAR and stop >= start - NEAR for begin, stop in persons[at : at + 9]
        ) and _counts(text, start, end):
            yield start, end


def _about_one_person(text: str) -> Iterator[Span]:
    for pattern in _AGES:
        yield from (match.span() for match in pattern.finditer(text))
    for match in _INITIALS.finditer(text):
        if not _NO_PERSON_BEFORE.search(text[max(0, match.start() - 12) : match.start()]):
            yield match.span()


def _counts(text: str, start: int, end: int) -> bool:
    """«Het centrum» is no district that is called so; «in Centrum» is."""
    words = [fold(word) for word in text[start:end].split()]
    if any(word not in _ordinary() for word in words):
        return True
    return text[start].isupper() and not begins_sentence(text, start)


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(fold(word) for word in words_of("ordinary_places.txt"))
