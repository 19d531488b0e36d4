"""Taking a passage out of what people wrote, in all that is kept of it."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db import transaction
from django.db.models import Model

from leerkring.foundation.moderation.actions import explain
from leerkring.foundation.moderation.models import Outcome
from leerkring.foundation.moderation.queries import Case
from leerkring.foundation.moderation.redaction import (
    redact_all,
    redact_line,
    stands_in,
    stands_in_address,
)
from leerkring.foundation.notifications.actions import withdraw
from leerkring.foundation.search.actions import index


@transaction.atomic
def redact(cases: Iterable[Case], passage: str, *, why: str, by: Any) -> int:
    """Out of each of these; whoever wrote one hears why, and so does who flagged it.

    Returns in how many places it stood. What stood there is kept nowhere, so the words to the
    writer are blacked out as well.
    """
    why, _ = redact_line(why, passage)
    places = 0
    for case in cases:
        found = case.entry.redact(case.row, passage) if case.entry.redact else 0
        places += found
        if found:
            explain(case.row, why=why, by=by, outcome=Outcome.REDACTED)
    return places


def redact_fields(row: Model, fields: Iterable[str], passage: str) -> int:
    """Out of these plain texts, or JSON of them, of one row; in how many places it stood."""
    places, changed = 0, []
    for field in fields:
        value, found = redact_all(getattr(row, field), passage)
        if found:
            longest = row._meta.get_field(field).max_length
            setattr(row, field, value[:longest] if isinstance(value, str) else value)
            changed.append(field)
            places += found
    if changed:
        row.save(update_fields=changed)
    return places


def tell_no_more_of(row: Model, passage: str) -> None:
    """Notices repeat its title and its first words; those of what stands below it its title."""
    withdraw(row, lambda told: stands_in(told, passage) or stands_in_address(told, passage))


def redacting(
    *fields: str,
    also: Callable[[Any], Iterable[tuple[Model, tuple[str, ...]]]] = lambda row: (),
    slug: Callable[[Any], str] | None = None,
    found_as: Callable[[Any], Model] = lambda row: row,
) -> Callable[[Any, str], int]:
    """How to redact rows that keep nothing but these plain texts, and those of rows that are a part
    of it (`also`): its address (`slug`) says it no more, what was told of it is taken back, and
    what can be found (`found_as`) follows."""

    def redact_row(row: Any, passage: str) -> int:
        with transaction.atomic():
            places = redact_fields(row, fields, passage)
            places += sum(redact_fields(part, own, passage) for part, own in also(row))
            if places:
                if slug is not None:
                    row.slug = slug(row)
                    row.save(update_fields=["slug"])
                tell_no_more_of(row, passage)
                found = found_as(row)
                found.refresh_from_db()  # what it shows may have been redacted before this row
                index(found)
        return places

    return redact_row
