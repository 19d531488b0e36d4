"""Where the signs of entries lie, on either database, and which entries have them.

SQLite: an FTS5 table `search_words`, with the number of the entry as row number. PostgreSQL: a
column `lexemes` (tsvector) in the table of entries, under a GIN index. Both only ever answer
«does this entry have these signs», so both give the same hits; the order is made here.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from django.db import connection
from django.utils import timezone

from leerkring.foundation.search.expressions import (
    Expression,
    Sign,
    as_fts5,
    as_tsquery,
    both,
    either,
)
from leerkring.foundation.search.lexemes import week_of
from leerkring.foundation.search.paging import Place

# A common word stands in a third of a million entries. The newest of them are looked for in a few
# weeks first, then in a year, and only when those have too few in everything: then there cannot be
# many. So a question touches some thousands of rows, however large the index is.
WEEKS = (4, 52)
MOST_WEEKS_AHEAD = 120
MANY = 100_000  # entries; with fewer it is quicker to look through everything at once


_SQLITE = """
SELECT e.id, e.at FROM search_words CROSS JOIN search_entry e ON e.id = search_words.rowid
WHERE search_words MATCH %s {more} ORDER BY e.at DESC, e.id DESC LIMIT %s
"""
# MATERIALIZED keeps the planner from walking the whole table by moment instead of by word.
_POSTGRESQL = """
WITH found AS MATERIALIZED (SELECT id, at FROM search_entry WHERE lexemes @@ %s::tsquery)
SELECT e.id, e.at FROM found e WHERE true {more} ORDER BY e.at DESC, e.id DESC LIMIT %s
"""


def newest(
    wanted: Expression,
    *,
    limit: int,
    after: Place | None = None,
    since: datetime | None = None,
    whole: bool = False,
) -> list[int]:
    """Numbers of at most `limit` entries, the newest first, that come after `after`.

    whole   look through everything at once: the caller knows that there are not many
    """
    found: list[int] = []
    for weeks in [None] if whole else _windows(after, since):
        narrowed = both(wanted, either(*(Sign(f"s{week}") for week in weeks))) if weeks else wanted
        found = _rows(narrowed, limit, after, since)
        if len(found) == limit:
            break
    return found


def _windows(after: Place | None, since: datetime | None) -> Iterator[range | None]:
    """Weeks to look in, from few to all (None)."""
    this, (last, many) = week_of(timezone.now()), _latest()
    if after:
        this = last = week_of(after[0])
    first = week_of(since) if since else None
    if many and last - this < MOST_WEEKS_AHEAD:
        for weeks in WEEKS:
            start = this - weeks + 1
            if first is not None and start <= first:
                yield range(first, last + 1)
                return
            yield range(start, max(last, this) + 1)
    yield None


def _latest() -> tuple[int, bool]:
    """The week of the entry that lies furthest ahead, and whether there are many entries."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(at), max(id) FROM search_entry")
        moment, number = cursor.fetchone()
    return (week_of(_moment(moment)), number >= MANY) if number else (0, False)


def _moment(value: Any) -> datetime:
    """SQLite gives back the text that Django keeps: UTC, without saying so."""
    return datetime.fromisoformat(value).replace(tzinfo=UTC) if isinstance(value, str) else value


def _rows(wanted: Expression, limit: int, after: Place | None, since: datetime | None) -> list[int]:
    sqlite = connection.vendor == "sqlite"
    values: list[Any] = [as_fts5(wanted) if sqlite else as_tsquery(wanted)]
    more = ""
    if since:
        more += " AND e.at >= %s"
        values.append(_as_stored(since))
    if after:
        more += " AND (e.at < %s OR (e.at = %s AND e.id < %s))"
        moment = _as_stored(after[0])
        values += [moment, moment, after[1]]
    with connection.cursor() as cursor:
        cursor.execute((_SQLITE if sqlite else _POSTGRESQL).format(more=more), [*values, limit])
        return [row[0] for row in cursor.fetchall()]


def _as_stored(moment: datetime) -> Any:
    return connection.ops.adapt_datetimefield_value(moment)


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
