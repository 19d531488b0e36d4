"""Erasure and keep-until, over everything that is registered."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from leerkring.foundation.privacy.queries import export_of
from leerkring.foundation.privacy.registry import (
    OnErasure,
    PersonalData,
    goodbyes,
    passing,
    registered,
)

__all__ = ["erase", "export_of", "throw_away_what_is_old"]

BATCH = 500
MOST = 20_000


def throw_away_what_is_old(most: int = MOST) -> int:
    """Delete rows that were kept as long as they may be, oldest first, `most` at a time at most.

    Returns how many; fewer than `most` means that nothing is left to throw away. Every batch is a
    transaction, so stopping halfway loses nothing.
    """
    now = timezone.now()
    gone = 0
    for entry in registered():
        if entry.keep is not None:
            rows = entry.model._default_manager.all()
            rows = rows.exclude(entry.lasting) if entry.lasting is not None else rows
            gone += _throw_away(rows, entry.since, now - entry.keep, most - gone)
    for model, until in passing():
        gone += _throw_away(model._default_manager.all(), until, now, most - gone)
    return gone


def _throw_away(rows: QuerySet[Any], field: str, before: datetime, most: int) -> int:
    rows, model = rows.order_by(field).filter(**{f"{field}__lt": before}), rows.model
    gone = 0
    while gone < most:
        batch = list(rows.values_list("pk", flat=True)[: min(BATCH, most - gone)])
        if not batch:
            break
        model._default_manager.filter(pk__in=batch).delete()
        gone += len(batch)
    return gone


@transaction.atomic
def erase(person: Any, choices: Mapping[str, str] | None = None) -> None:
    """Forget a person: their own rows go, rows that others need lose the link.

    choices   per entry (`PersonalData.key`) what the person wants, where there is a choice

    What hangs on another row of theirs goes first, while it can still be found. Then links are
    cut, and only then rows are deleted, and the person comes last: nothing shared is taken along.
    """
    ways = [(entry, entry.chosen((choices or {}).get(entry.key))) for entry in registered()]
    own = [e for e, way in ways if way is OnErasure.DELETE and e.path != "self"]
    for goodbye in goodbyes():
        goodbye(person)
    for entry in (e for e in own if "__" in e.path):
        _forget(entry, person)
    for entry in (e for e, way in ways if way is OnErasure.ANONYMISE):
        _loosen(entry, person)
    for entry in own:
        _forget(entry, person)
    person.delete()


def _forget(entry: PersonalData, person: Any) -> None:
    if entry.forget is not None:
        entry.forget(person)
    else:
        entry.rows_of(person).delete()


def _loosen(entry: PersonalData, person: Any) -> None:
    if entry.loosen is not None:
        entry.loosen(person)
    else:
        entry.rows_of(person).update(**{entry.path: None})
