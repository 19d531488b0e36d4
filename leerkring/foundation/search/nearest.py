"""The newest entries that have what was asked for, however many there are.

A common word stands in a third of a million entries. What many of the newest have is found by
looking at those one by one; what some have by looking in as many weeks as it takes; and what few
have in everything. So a question touches some thousands of rows, however large the index is.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from math import ceil

from django.db import connection
from django.utils import timezone

from leerkring.foundation.design.page_queries import Place
from leerkring.foundation.search.expressions import Expression, Sign, both, either
from leerkring.foundation.search.lexemes import week_of
from leerkring.foundation.search.matching import Match, matches, moment_of, one_by_one
from leerkring.foundation.search.vocabulary import Vocabulary, vocabulary_of
from leerkring.foundation.statements.asking import ask

MANY = 100_000  # entries; with fewer it is quicker to look through everything at once
FEW = 600  # of which everything is looked at as soon as a part of it
LOOKED_AT = 3200  # one by one, a thousand in a millisecond
SPARE = 1.5  # times as many as it should take
MOST_WINDOWS = 3
MOST_OFF = 4  # times as few as there should be: then so few weeks tell nothing
MOST_WEEKS = 13
MOST_WEEKS_AHEAD = 120
A_WEEK = 250  # entries are looked at while the index goes through one week
USUAL_SHARE = 0.01  # of all entries, in a week


@dataclass(frozen=True)
class Extent:
    """How many entries there are, the week of the one that lies furthest ahead, and what is known
    of the words of a question.
    """

    entries: int = 0
    last: int = 0
    words: Vocabulary = field(default_factory=Vocabulary)

    @property
    def many(self) -> bool:
        return self.entries >= MANY and connection.vendor == "postgresql"

    def about(self, wanted: Expression) -> float:
        """About how many entries have this."""
        return self.entries * self.words.share(wanted)


def extent(asked: Sequence[Expression] = ()) -> Extent:
    """`asked`: questions in words, of which the words are looked up."""
    ((moment, number),) = ask("SELECT max(at), max(id) FROM search_entry", ())
    if not number:
        return Extent()
    within = Extent(number, week_of(moment_of(moment)))
    return replace(within, words=vocabulary_of(asked)) if within.many else within


def newest(
    wanted: Expression | None,
    held: Expression,
    within: Extent,
    *,
    limit: int,
    after: Place | None = None,
    since: datetime | None = None,
) -> list[Match]:
    """At most `limit` entries, the newest first, that come after `after`.

    held    what an entry must have too, and most have: who may find it
    """
    spelled = within.words.spelled_out(wanted) if wanted else None
    if not within.many or within.about(wanted or held) <= FEW:
        return matches(spelled, held, limit, after, since)
    needed = SPARE * limit / within.words.share(both(wanted, held))
    if needed < LOOKED_AT:
        found = one_by_one(both(wanted, held), LOOKED_AT, limit, after, since)
        if len(found) == limit:
            return found
    for _ in range(MOST_WINDOWS):
        weeks = _weeks(within, needed, after, since)
        if weeks is None or within.about(wanted or held) <= A_WEEK * len(weeks):
            break
        narrowed = both(spelled, either(*(Sign(f"s{week}") for week in weeks)))
        found = matches(narrowed, held, limit, after, since)
        if len(found) == limit:
            return found
        if len(found) < limit / MOST_OFF:
            break
        needed *= max(2.0, SPARE * limit / len(found))
    return matches(spelled, held, limit, after, since)


def _weeks(
    within: Extent, needed: float, after: Place | None, since: datetime | None
) -> range | None:
    """The last weeks, as many as have so many entries; None when that is no use."""
    this, last = week_of(timezone.now()), within.last
    if after:
        this = last = week_of(after.at)
    weeks = ceil(needed / within.entries / within.words.common.get(f"s{this - 1}", USUAL_SHARE))
    first = this - weeks + 1
    if since:
        first = max(first, week_of(since))
    if weeks > MOST_WEEKS or last - this > MOST_WEEKS_AHEAD:
        return None
    return range(first, max(last, this) + 1)
