"""Where the signs of entries lie, on either database, and which entries have them.

SQLite: an FTS5 table `search_words`, with the number of the entry as row number. PostgreSQL: a
column `lexemes` (tsvector) in the table of entries, under a GIN index. Both only ever answer
«does this entry have these signs», so both give the same hits; the order is made here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple

from django.db import connection
from django.utils import timezone

from leerkring.foundation.design.paging import Place
from leerkring.foundation.search.expressions import (
    Expression,
    Sign,
    as_fts5,
    as_tsquery,
    both,
    either,
)
from leerkring.foundation.search.lexemes import week_of

# A common word stands in a third of a million entries. The newest of them are looked for in a few
# weeks first, then in a year, and only when those have too few in everything: then there cannot be
# many. So a question touches some thousands of rows, however large the index is.
WEEKS = (4, 52)
MOST_WEEKS_AHEAD = 120
MANY = 100_000  # entries; with fewer it is quicker to look through everything at once

_SQLITE = """
SELECT e.id, e.at, e.about, e.about_id, e.kind
FROM search_words CROSS JOIN search_entry e ON e.id = search_words.rowid
WHERE search_words MATCH %s {more} ORDER BY e.at DESC, e.id DESC LIMIT %s
"""
# MATERIALIZED keeps the planner from walking the whole table by moment instead of by word.
_POSTGRESQL = """
WITH found AS MATERIALIZED (
    SELECT id, at, about, about_id, kind FROM search_entry WHERE lexemes @@ %s::tsquery)
SELECT e.id, e.at, e.about, e.about_id, e.kind
FROM found e WHERE true {more} ORDER BY e.at DESC, e.id DESC LIMIT %s
"""
_HAS = {
    "sqlite": "id IN (SELECT rowid FROM search_words WHERE search_words MATCH %s)",
    "postgresql": "lexemes @@ %s::tsquery",
}


class Match(NamedTuple):
    """An entry that has the signs: its number, and what it is about."""

    number: int
    at: datetime
    about: str
    about_id: str
    kind: str

    @property
    def place(self) -> Place:
        return Place(self.at, self.number)


@dataclass(frozen=True)
class Extent:
    """The week of the entry that lies furthest ahead, and whether there are many entries."""

    last: int
    many: bool


def extent() -> Extent:
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(at), max(id) FROM search_entry")
        moment, number = cursor.fetchone()
    return Extent(week_of(_moment(moment)), number >= MANY) if number else Extent(0, False)


def newest(
    wanted: Expression,
    within: Extent,
    *,
    limit: int,
    after: Place | None = None,
    since: datetime | None = None,
) -> list[Match]:
    """At most `limit` entries, the newest first, that come after `after`."""
    found: list[Match] = []
    for weeks in _windows(within, after, since):
        narrowed = both(wanted, either(*(Sign(f"s{week}") for week in weeks))) if weeks else wanted
        found = _matches(narrowed, limit, after, since)
        if len(found) == limit:
            break
    return found


def _windows(within: Extent, after: Place | None, since: datetime | None) -> Iterator[range | None]:
    """Weeks to look in, from few to all (None)."""
    this, last = week_of(timezone.now()), within.last
    if after:
        this = last = week_of(after.at)
    first = week_of(since) if since else None
    if within.many and last - this < MOST_WEEKS_AHEAD:
        for weeks in WEEKS:
            start = this - weeks + 1
            if first is not None and start <= first:
                yield range(first, last + 1)
                return
            yield range(start, max(last, this) + 1)
    yield None


def _matches(
    wanted: Expression, limit: int, after: Place | None, since: datetime | None
) -> list[Match]:
    values: list[Any] = [_asked(wanted)]
    more = ""
    if since:
        more += " AND e.at >= %s"
        values.append(_as_stored(since))
    if after:
        more += " AND (e.at < %s OR (e.at = %s AND e.id < %s))"
        moment = _as_stored(after.at)
        values += [moment, moment, after.pk]
    statement = _SQLITE if connection.vendor == "sqlite" else _POSTGRESQL
    with connection.cursor() as cursor:
        cursor.execute(statement.format(more=more), [*values, limit])
        return [Match(row[0], _moment(row[1]), *row[2:]) for row in cursor.fetchall()]


def first_rank(numbers: Sequence[int], ranks: Sequence[Expression]) -> dict[int, int]:
    """For each of these entries the first of the ranks that it has; len(ranks) where none."""
    if not numbers or not ranks:
        return dict.fromkeys(numbers, 0)
    has = _HAS[connection.vendor]
    cases = " ".join(f"WHEN {has} THEN {rank}" for rank in range(len(ranks)))
    marks = ", ".join(["%s"] * len(numbers))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT id, CASE {cases} ELSE {len(ranks)} END FROM search_entry"  # noqa: S608
            f" WHERE id IN ({marks})",
            [*map(_asked, ranks), *numbers],
        )
        return dict(cursor.fetchall())


def texts_of(numbers: Sequence[int], length: int) -> dict[int, tuple[str, str, str]]:
    """Title, address and the first `length` signs of the text of each of these entries."""
    if not numbers:
        return {}
    marks = ", ".join(["%s"] * len(numbers))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, title, url, substr(text, 1, %s) FROM search_entry"  # noqa: S608
            f" WHERE id IN ({marks})",
            [length, *numbers],
        )
        return {number: (title, url, text) for number, title, url, text in cursor.fetchall()}


def _asked(wanted: Expression) -> str:
    return as_fts5(wanted) if connection.vendor == "sqlite" else as_tsquery(wanted)


def _as_stored(moment: datetime) -> Any:
    return connection.ops.adapt_datetimefield_value(moment)


def _moment(value: Any) -> datetime:
    """SQLite gives back what Django keeps: UTC, without saying so, at times as text."""
    moment: datetime = datetime.fromisoformat(value) if isinstance(value, str) else value
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def write_signs(signs: Sequence[tuple[int, list[str]]]) -> None:
    """Put the signs of entries in the place of those they had."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            gone = [(number,) for number, _ in signs]
            written = [(number, " ".join(words)) for number, words in signs]
            cursor.executemany("DELETE FROM search_words WHERE rowid = %s", gone)
            cursor.executemany("INSERT INTO search_words (rowid, lexemes) VALUES (%s, %s)", written)
        else:
            cursor.executemany(
                "UPDATE search_entry SET lexemes = array_to_tsvector(%s::text[]) WHERE id = %s",
                [(words, number) for number, words in signs],
            )
