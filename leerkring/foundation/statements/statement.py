"""SQL with places for values, and how rows of it become what the query asked for."""

import re
from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import QuerySet, prefetch_related_objects

from leerkring.foundation.statements.asking import adapted, ask, with_constants
from leerkring.foundation.statements.stand_ins import Shape, stand_in

DATED = re.compile(r"\d{4}-\d\d-\d\d")  # as SQLite is given a day or a moment


class NotOnce(Exception):
    """Of this query the SQL cannot be made once; says why."""


@dataclass(frozen=True)
class Statement:
    """`text` has `%s` for each of `values`: a constant, or the Place of one that is given."""

    queryset: QuerySet[Any, Any]
    compiler: Any
    text: str
    values: tuple[Any, ...]

    def rows(self, given: Sequence[Any]) -> list[Any]:
        """What the query finds now with these values."""
        if not self.text:
            return []
        values = [adapted(given[v.number]) if type(v) is Place else v for v in self.values]
        found = ask(self.text, values)
        if self.compiler.has_extra_select:
            found = [row[: self.compiler.col_count] for row in found]
        source = _Source(self.queryset, _Query(self.queryset.query, self.compiler, found))
        rows = list(self.queryset._iterable_class(source))
        if rows and self.queryset._prefetch_related_lookups:
            prefetch_related_objects(rows, *self.queryset._prefetch_related_lookups)
        return rows


@dataclass(frozen=True)
class Place:
    """Where the value with this number belongs."""

    number: int


class _Query:
    """The query as an iterable of Django sees it, with rows that were fetched already."""

    def __init__(self, query: Any, compiler: Any, found: list[Any]) -> None:
        self.query, self.compiler = query, copy(compiler)
        self.compiler.connection = connections[DEFAULT_DB_ALIAS]  # of this thread
        self.compiler.execute_sql = lambda *_, **__: [found]

    def get_compiler(self, *_: Any, **__: Any) -> Any:
        return self.compiler

    def __getattr__(self, name: str) -> Any:
        return getattr(self.query, name)


@dataclass(frozen=True)
class _Source:
    queryset: QuerySet[Any, Any]
    query: _Query
    db: str = DEFAULT_DB_ALIAS

    def __getattr__(self, name: str) -> Any:
        return getattr(self.queryset, name)


def make(
    build: Callable[..., QuerySet[Any, Any]], shapes: Sequence[Shape], names: Sequence[str]
) -> Statement | None:
    """The statement of a query that `build` writes; None when that depends on the clock.

    Raises NotOnce.
    """
    values: list[Any] = []
    marks: list[Any] = []
    for shape in shapes:
        value, found = stand_in(shape, len(marks))
        values.append(value)
        marks += found
    first = len(values) - len(names)
    named = dict(zip(names, values[first:], strict=True))
    with connection.execute_wrapper(_refuse):
        queryset, again = (build(*values[:first], **named) for _ in range(2))
        (compiler, text, parameters), (_, *other) = _compiled(queryset), _compiled(again)
    places = {adapted(mark): Place(number) for number, mark in enumerate(marks)}
    values = [places.get(value, value) for value in parameters]
    if [text, parameters] != other or any(map(_is_dated, values)):
        return None
    if any(str(mark) in f"{text} {value}" for mark in marks for value in (*values, "")):
        raise NotOnce(f"{build.__qualname__} works something out of a value that it is given")
    text, kept = with_constants(text, values, lambda value: type(value) is not Place)
    return Statement(queryset, compiler, text, kept)


def _compiled(queryset: QuerySet[Any, Any]) -> tuple[Any, str, list[Any]]:
    """Its compiler, SQL and parameters; no SQL when it never finds anything."""
    compiler = queryset.query.get_compiler(DEFAULT_DB_ALIAS)
    try:
        text, parameters = compiler.as_sql()
    except EmptyResultSet:
        return compiler, "", []
    return compiler, text, list(parameters)


def _is_dated(value: Any) -> bool:
    return isinstance(value, date) or (isinstance(value, str) and bool(DATED.match(value)))


def _refuse(*_: Any) -> Any:
    raise NotOnce("a query that is made once asks nothing while it is written")
