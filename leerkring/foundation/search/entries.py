"""Looking at entries of which the number is known: how well they match, and what they say."""

from collections.abc import Sequence

from django.db import connection

from leerkring.foundation.search.expressions import Expression
from leerkring.foundation.search.matching import written_out
from leerkring.foundation.statements.asking import ask, padded

_HAS = {
    "sqlite": "id IN (SELECT rowid FROM search_words WHERE search_words MATCH %s)",
    "postgresql": "lexemes @@ %s::tsquery",
}


def first_rank(numbers: Sequence[int], ranks: Sequence[Expression]) -> dict[int, int]:
    """For each of these entries the first of the ranks that it has; len(ranks) where none."""
    if not numbers or not ranks:
        return dict.fromkeys(numbers, 0)
    has = _HAS[connection.vendor]
    cases = " ".join(f"WHEN {has} THEN {rank}" for rank in range(len(ranks)))
    every = padded(numbers)
    marks = ", ".join(["%s"] * len(every))
    statement = (
        f"SELECT id, CASE {cases} ELSE {len(ranks)} END FROM search_entry"  # noqa: S608
        f" WHERE id IN ({marks})"
    )
    return dict(ask(statement, [*map(written_out, ranks), *every]))


def texts_of(numbers: Sequence[int], length: int) -> dict[int, tuple[str, str, str]]:
    """Title, address and the first `length` signs of the text of each of these entries."""
    if not numbers:
        return {}
    every = padded(numbers)
    marks = ", ".join(["%s"] * len(every))
    statement = (
        f"SELECT id, title, url, substr(text, 1, {length:d}) FROM search_entry"  # noqa: S608
        f" WHERE id IN ({marks})"
    )
    return {number: (title, url, text) for number, title, url, text in ask(statement, every)}
