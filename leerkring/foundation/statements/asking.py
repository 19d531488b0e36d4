"""Asking a database something that it has been asked before: it keeps what it worked out then.

SQLite keeps what it made of a text by itself. PostgreSQL keeps a plan for each connection, but only
of what is prepared; Django prepares nothing, and puts the values in the text.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from django.db import connection

PLACE = re.compile(r"%[s%]")


@contextmanager
def prepared() -> Iterator[Any]:
    """A cursor as Django's own, of which the database keeps the plans."""
    if connection.vendor == "postgresql":
        from leerkring.foundation.statements.postgresql import preparing

        with preparing() as cursor:
            yield cursor
        return
    with connection.cursor() as cursor:
        yield cursor


def ask(text: str, values: Sequence[Any]) -> list[Any]:
    """The rows of a statement with `%s` for each value."""
    with prepared() as cursor:
        cursor.execute(text, values)
        return list(cursor.fetchall())


def padded(values: Sequence[Any]) -> list[Any]:
    """Up to a power of two, the last one again and again: so there are few lengths of a list.

    >>> padded([7, 8, 9])
    [7, 8, 9, 9]
    """
    size = 1 << (len(values) - 1).bit_length() if values else 0
    return [*values, *list(values[-1:]) * (size - len(values))]


def adapted(value: Any) -> Any:
    """As a field gives it to the database."""
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value


def with_constants(
    text: str, values: Sequence[Any], is_constant: Callable[[Any], bool]
) -> tuple[str, tuple[Any, ...]]:
    """With what never changes in the text where the database plans better for it; and what is left.

    A plan for «whoever it is meant for» knows less than one for «meant for everybody».
    """
    if connection.vendor != "postgresql":
        return text, tuple(values)
    from leerkring.foundation.statements.postgresql import written_out

    waiting = iter(values)
    left: list[Any] = []

    def filled(found: re.Match[str]) -> str:
        if found[0] == "%%":
            return "%%"
        value = next(waiting)
        if is_constant(value):
            return written_out(value).replace("%", "%%")
        left.append(value)
        return "%s"

    return PLACE.sub(filled, text), tuple(left)
