"""Statements that PostgreSQL plans once a connection, not once an answer.

Planning a look at six tables costs it several times what the look itself does. By way of PREPARE
and EXECUTE, so that they pass Django's cursor as any other query does. SQLite plans in no time.
"""

from collections.abc import Sequence
from contextlib import closing
from typing import Any
from weakref import WeakSet

from django.db import connection


class Prepared:
    """One statement with `%s` for what differs; `types` says what those are."""

    def __init__(self, name: str, sql: str, types: Sequence[str]) -> None:
        self._plain = sql
        self._prepare = f"PREPARE {name} ({', '.join(types)}) AS {_numbered(sql)}"
        self._execute = f"EXECUTE {name} ({', '.join(['%s'] * len(types))})"
        self._known_to: WeakSet[Any] = WeakSet()

    def on(self, cursor: Any, parameters: Sequence[Any]) -> None:
        """Execute it; the cursor then has the rows, or how many were written."""
        if connection.vendor != "postgresql":
            cursor.execute(self._plain, parameters)
            return
        server = connection.connection
        if server not in self._known_to:
            with closing(server.cursor()) as ours:
                ours.execute(self._prepare)
            self._known_to.add(server)
        cursor.execute(self._execute, parameters)


def _numbered(sql: str) -> str:
    first, *rest = sql.split("%s")
    return first + "".join(f"${number}{part}" for number, part in enumerate(rest, start=1))
