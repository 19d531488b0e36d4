"""Reading what was flagged where it does not open by itself: never silently."""

from typing import Any

from django.db import transaction
from django.db.models import Model

from leerkring.foundation.activity.actions import record
from leerkring.foundation.moderation.models import Reading
from leerkring.foundation.moderation.queries import Case, matter_of
from leerkring.foundation.moderation.registry import flaggable_row, notebooks

FURTHEST = 3  # a remark, on a report, of a meeting


@transaction.atomic
def open_matter(person: Any, about: str, about_id: str) -> Case | None:
    """`matter_of`; where it opens only because of the flag, that they looked is written down."""
    case = matter_of(person, about, about_id)
    if case is not None and case.is_closed:
        _write_down(case, person)
    return case


def _write_down(case: Case, person: Any) -> None:
    """Once for each case and person."""
    reading, is_first = Reading.objects.get_or_create(flag=case.flags[0], person=person)
    if not is_first:
        return
    sentence = "Een moderator las iets besloten dat gemeld is."
    record("moderation.read", by=person, about=reading, sentence=sentence)
    rows = _with_what_it_stands(case.row)
    told = [notebook(rows, person, reading.why) for notebook in notebooks()]
    if any(told):
        Reading.objects.filter(pk=reading.pk).update(is_told=True)


def _with_what_it_stands(row: Model) -> list[Model]:
    """The row itself, what it is said of, and so on."""
    rows = [row]
    while len(rows) < FURTHEST:
        entry = flaggable_row(rows[-1])
        near = next(iter(entry.beside(rows[-1])), None) if entry else None
        if near is None or near in rows:
            break
        rows.append(near)
    return rows
