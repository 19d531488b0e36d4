"""Export and erasure, over everything that is registered."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from leerkring.foundation.privacy.registry import OnErasure, registered


def export_of(person: Any) -> list[dict[str, Any]]:
    """All that is kept of this person: `{label, why, rows}` per kind; empty kinds are left out."""
    kinds = []
    for entry in registered():
        rows = [
            {name: str(value) for name, value in row.items()}
            for row in entry.rows_of(person).order_by("pk").values(*entry.fields)
        ]
        if rows:
            kinds.append({"label": entry.label, "why": entry.why, "rows": rows})
    return kinds


def throw_away_what_is_old() -> int:
    """Delete every row that was kept as long as it may be. Returns how many."""
    gone = 0
    for entry in registered():
        if entry.keep is not None:
            old = {f"{entry.since}__lt": timezone.now() - entry.keep}
            deleted, _ = entry.model._default_manager.filter(**old).delete()
            gone += deleted
    return gone


@transaction.atomic
def erase(person: Any) -> None:
    """Forget a person: their own rows go, rows that others need lose the link.

    Links are cut before rows are deleted, and the person comes last, so that nothing shared
    is taken along.
    """
    entries = list(registered())
    for entry in entries:
        if entry.on_erasure is OnErasure.ANONYMISE:
            entry.rows_of(person).update(**{entry.path: None})
    for entry in entries:
        if entry.on_erasure is OnErasure.DELETE and entry.path != "self":
            entry.rows_of(person).delete()
    person.delete()
