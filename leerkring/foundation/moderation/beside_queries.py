"""What stands with something, and repeats words of it."""

from itertools import chain
from typing import Any

from django.db.models import Model

from leerkring.foundation.moderation.deciding_queries import deciders
from leerkring.foundation.moderation.queries import Case
from leerkring.foundation.moderation.redaction import stands_in
from leerkring.foundation.moderation.registry import flaggable_row, talks


def where_it_stands_too(case: Case, passage: str, person: Any) -> list[Case]:
    """Rows beside this one in which the passage stands, and out of which this person may take it:
    what they keep order over, and what they wrote themselves."""
    found = []
    for row in _beside(case):
        entry = flaggable_row(row)
        if entry is None or entry.redact is None or not entry.stands(row):
            continue
        one = Case(row._meta.label_lower, entry, row)
        if stands_in(one.passage, passage) and _may_take_out(person, one):
            found.append(one)
    return found


def _may_take_out(person: Any, case: Case) -> bool:
    """What only the flag beside it opens, opens nothing else."""
    if person.pk in case.entry.writers(case.row):
        return True
    return person.pk in deciders(case.entry, case.row, ()) and case.is_read_by(person)


def _beside(case: Case) -> list[Model]:
    """Each once, without the row itself."""
    near: list[Model] = list(case.entry.beside(case.row))
    said = chain.from_iterable(talk([case.row, *near]) for talk in talks())
    rows = {(row._meta.label_lower, row.pk): row for row in [*near, *said]}
    rows.pop((case.about, case.row.pk), None)
    return list(rows.values())
