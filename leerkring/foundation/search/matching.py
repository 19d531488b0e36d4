"""Where the signs of entries lie, on either database, and which entries have them.

SQLite: an FTS5 table `search_words`, with the number of the entry as row number. PostgreSQL: a
column `lexemes` (tsvector) in the table of entries, under a GIN index. Both only ever answer
«does this entry have these signs», so both give the same hits; the order is made here.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from django.db import connection

from leerkring.foundation.design.page_queries import Place
from leerkring.foundation.search.expressions import Expression, as_fts5, as_tsquery, both
from leerkring.foundation.search.vocabulary import learn
from leerkring.foundation.statements.asking import ask

_SQLITE = """
SELECT e.id, e.at, e.about, e.about_id, e.kind
FROM search_words CROSS JOIN search_entry e ON e.id = search_words.rowid
WHERE search_words MATCH %s {more} ORDER BY e.at DESC, e.id DESC LIMIT %s
"""
# OFFSET keeps the planner from walking the whole table by moment instead of by word, and from
# asking the index who holds a sign that nearly all have: those few that were found are looked at.
_POSTGRESQL = """
SELECT e.id, e.at, e.about, e.about_id, e.kind
FROM (SELECT * FROM search_entry WHERE lexemes @@ %s::tsquery OFFSET 0) e
WHERE e.lexemes @@ %s::tsquery {more} ORDER BY e.at DESC, e.id DESC LIMIT %s
"""
# What many of the newest entries have is found by looking at these until there are enough.
_ONE_BY_ONE = """
SELECT e.id, e.at, e.about, e.about_id, e.kind
FROM (SELECT * FROM search_entry e WHERE true {more} ORDER BY at DESC, id DESC LIMIT %s) e
WHERE e.lexemes @@ %s::tsquery LIMIT %s
"""


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


def matches(
    wanted: Expression | None,
    held: Expression,
    limit: int,
    after: Place | None,
    since: datetime | None,
) -> list[Match]:
    """At most `limit` entries that come after `after`, the newest first, by the index.

    held    what an entry must have too, and most have
    """
    more, values = _narrowed(after, since)
    if connection.vendor == "sqlite":
        asked = [as_fts5(both(wanted, held))]
        return _found(_SQLITE.format(more=more), [*asked, *values, limit])
    asked = [as_tsquery(wanted or held), as_tsquery(held)]
    return _found(_POSTGRESQL.format(more=more), [*asked, *values, limit])


def one_by_one(
    wanted: Expression, most: int, limit: int, after: Place | None, since: datetime | None
) -> list[Match]:
    """The same, of the `most` that come first. On PostgreSQL."""
    more, values = _narrowed(after, since)
    return _found(_ONE_BY_ONE.format(more=more), [*values, most, as_tsquery(wanted), limit])


def _found(statement: str, values: Sequence[Any]) -> list[Match]:
    rows = ask(statement, values)
    return [Match(row[0], moment_of(row[1]), *row[2:]) for row in rows]


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


def moment_of(value: Any) -> datetime:
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
            learn(sign for _, words in signs for sign in words)
