"""Statements that PostgreSQL prepares: what only it has, and only its driver."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.backends.postgresql.base import ServerBindingCursor
from psycopg import ClientCursor
from psycopg.types.numeric import Int8


class PreparingCursor(ServerBindingCursor):
    def execute(self, query: Any, params: Any = None, **_: Any) -> Any:
        params = typed(params or ())
        done = super().execute(query, params, prepare=True)
        if connection.queries_logged:  # what is prepared already is sent without its text
            self._query = self._convert_query(query, params)
        return done


@contextmanager
def preparing() -> Iterator[Any]:
    """A cursor as Django's own, with its log of queries and its errors."""
    here = connections[DEFAULT_DB_ALIAS]  # through `connection` every look finds it anew
    here.close_if_health_check_failed()
    here.ensure_connection()
    with here._prepare_cursor(PreparingCursor(here.connection)) as cursor:
        yield cursor


def typed(values: Sequence[Any]) -> list[Any]:
    """Numbers all of one size: else a list of sixteen has a plan for each mix of sizes."""
    return [Int8(value) if type(value) is int else value for value in values]


def written_out(value: Any) -> str:
    """A constant as it stands in SQL."""
    connection.ensure_connection()
    return str(ClientCursor(connection.connection).mogrify("%s", [value]))
