"""A query that is written as any other, and of which the SQL is made once.

To make the SQL of a query costs Django more than the database needs to answer it: 0.5 to 1.5 ms a
time. On a page of fifteen queries that is most of its processor time (docs/decisions/0019).
"""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, ParamSpec

from django.db import connection
from django.db.models import QuerySet

from leerkring.foundation.statements.stand_ins import itself, shape_of, values_of
from leerkring.foundation.statements.statement import Statement, make

P = ParamSpec("P")


def made_once(build: Callable[P, QuerySet[Any, Any]]) -> Callable[P, list[Any]]:
    """Makes of a function that writes a query one that answers with its rows.

    What `build` is given may be a person, a number, a word, a day, a moment, numbers or words; of
    these only the value changes later. `None`, yes and no, members of an enumeration, and what a
    person may, decide what the SQL says: for each of them it is made again. A query that depends
    on the clock is made anew each time, as any other. Raises NotOnce when `build` asks the
    database for something while it writes, or works something out of a value.
    """
    kept: dict[Hashable, Statement | None] = {}

    @wraps(build)
    def rows(*values: P.args, **named: P.kwargs) -> list[Any]:
        every = tuple(map(itself, (*values, *named.values())))
        shapes = tuple(shape_of(value) for value in every)
        key = (connection.vendor, *named, *shapes)
        if key not in kept:
            kept[key] = make(build, shapes, tuple(named))
        statement = kept[key]
        if statement is None:
            return list(build(*values, **named))
        given: list[Any] = []
        for shape, value in zip(shapes, every, strict=True):
            given += values_of(shape, value)
        return statement.rows(given)

    return rows
