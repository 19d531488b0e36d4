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

from leerkring.foundation.design.page_queries import Place
from leerkring.foundation.search.expressions import (
    Expression,
    Sign,
    as_fts5,
    as_tsquery,
    both,
    either,
)
from leerkring.foundation.search.lexemes import week_of
from leerkring.foundation.statements.asking import ask

# A common word stands in a third of a million entries. The newest of them are looked for in a few
# weeks first, then in a season, and only when those have too few in everything: then there cannot
# be many. So a question touches some thousands of rows, however large the index is.
WEEKS = (2, 13)
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
# What many of the newest entries have is found by looking at these until there are enough.
_ONE_BY_ONE = """
WITH latest AS MATERIALIZED (
    SELECT id, at, about, about_id, kind, lexemes FROM search_entry e
    WHERE true {more} ORDER BY at DESC, id DESC LIMIT %s)
SELECT e.id, e.at, e.about, e.about_id, e.kind FROM latest e WHERE lexemes @@ %s::tsquery LIMIT %s
"""
LOOKED_AT = 800  # one by one, in 2 ms; and as many times more as it takes when enough seem near
AS_OFTEN = 4


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
    ((moment, number),) = ask("SELECT max(at), max(id) FROM search_entry", ())
    return Extent(week_of(_moment(moment)), number >= MANY) if number else Extent(0, False)


def newest(
    wanted: Expression,
    within: Extent,
    *,
    limit: int,
    after: Place | None = None,
    since: datetime | None = None,
    words: int = 0,
) -> list[Match]:
    """At most `limit` entries, the newest first, that come after `after`; `words`: how many were
    asked for. Few entries have many words, and weeks to look in only make that slower.
    """
    found: list[Match] = []
    if within.many and connection.vendor == "postgresql":
        near = LOOKED_AT if words else LOOKED_AT * AS_OFTEN
        found = _one_by_one(wanted, near, limit, after, since)
        if words and len(found) < limit <= len(found) * AS_OFTEN:
            found = _one_by_one(wanted, LOOKED_AT * (AS_OFTEN + 1), limit, after, since)
        if len(found) == limit:
            return found
    for weeks in _windows(within, after, since) if words < 2 else (None,):
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
    more, values = _narrowed(after, since)
    statement = _SQLITE if connection.vendor == "sqlite" else _POSTGRESQL
    return _found(statement.format(more=more), [written_out(wanted), *values, limit])


def _one_by_one(
    wanted: Expression, most: int, limit: int, after: Place | None, since: datetime | None
) -> list[Match]:
    more, values = _narrowed(after, since)
    return _found(_ONE_BY_ONE.format(more=more), [*values, most, written_out(wanted), limit])


def _found(statement: str, values: Sequence[Any]) -> list[Match]:
    rows = ask(statement, values)
    return [Match(row[0], _moment(row[1]), *row[2:]) for row in rows]


def _narrowed(after: Place | None, since: datetime | None) -> tuple[str, list[Any]]:
    """What more must hold, for a statement, and its values."""
    more, values = "", []
    if since:
        more += " AND e.at >= %s"
        values.append(_as_stored(since))
    if after:
        more += " AND e.at <= %s AND (e.at < %s OR e.id < %s)"
        moment = _as_stored(after.at)
        values += [moment, moment, after.pk]
    return more, values


def written_out(wanted: Expression) -> str:
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
