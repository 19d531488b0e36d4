"""Dates on which somebody was born: a date beside a word that says so. Other dates are nobody's."""

import re
from collections.abc import Iterator

Span = tuple[int, int]

_MONTH = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|jan|feb|febr|mrt|apr|jun|jul|aug|sept|sep|okt|nov|dec)\b\.?"
)
_DATE = re.compile(
    rf"""
    (?<![\w-])
    (?: (?:19|20)\d\d-[01]?\d-[0-3]?\d
      | [0-3]?\d[ ]?(?P<sep>[-/.])[ ]?[01]?\d[ ]?(?P=sep)[ ]?(?:(?:19|20)\d\d|['’]?\d\d)
      | [0-3]?\d(?:e|ste|de)?[ ]{{1,2}}{_MONTH}(?:[ ]{{1,2}}(?:(?:19|20)\d\d|['’]\d\d))?
      | {_MONTH}[ ]{{1,2}}(?:(?:19|20)\d\d|['’]\d\d)
    )
    (?![\w-])
    """,
    re.X | re.I,
)
_FILLER = (
    r"[\s:,(=]|\b(?:op|te|in|is|was|werd|dd|haar|zijn|hij|zij|ze|valt|datum|en|wel)\b"
    r"|d\.d\.|(?-i:\b[A-Z][\w-]{1,24})"
)
_BORN_BEFORE = re.compile(
    r"(?:\b(?:geboren|geboortedatum|geboortedag|geb\.?[ ]?datum|gebdat|jarig|verjaart"
    rf"|verjaardag)\b|\bgeb\b\.?|°|(?<!\w)\*)(?:{_FILLER}){{0,9}}$",
    re.I,
)
_BORN_AFTER = re.compile(r"(?:[ ]te[ ][A-Z][\w-]{1,24}|[ ]in[ ][A-Z][\w-]{1,24})?[ ]geboren\b")
_BEFORE, _AFTER = 48, 48


def birth_dates(text: str) -> Iterator[Span]:
    """Dates in figures or words after «geboren», «geb.», «geboortedatum», «°», or before «geboren».

    Also day and month alone, after «jarig op». A year alone is no date.
    """
    for match in _DATE.finditer(text):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        after = text[match.end() : match.end() + _AFTER]
        if _BORN_BEFORE.search(before) or _BORN_AFTER.match(after):
            yield match.span()
