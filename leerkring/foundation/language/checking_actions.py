"""Count what was decided about traces, and have somebody read along."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Model
from django.utils import timezone
from django.utils.crypto import salted_hmac

from leerkring.foundation.language.decisions import Decision
from leerkring.foundation.language.models import SecondReading, TraceCount
from leerkring.foundation.language.traces import TraceKind


@transaction.atomic
def count_traces(
    decisions: Mapping[tuple[TraceKind, Decision], int], *, today: date | None = None
) -> None:
    """Add the `decisions` of a checked form to the counts of this month. Nothing else is kept."""
    month = (today or timezone.localdate()).replace(day=1)
    for (kind, decision), number in sorted(decisions.items()):
        row, _ = TraceCount.objects.get_or_create(kind=kind, decision=decision, month=month)
        TraceCount.objects.filter(pk=row.pk).update(number=F("number") + number)


@transaction.atomic
def ask_second_reader(
    about: Model, *, asked_by: Any, fingerprint: str, reader: Any | None = None
) -> SecondReading:
    """Ask `reader`, or whoever may, to read `about`; an earlier open request lapses.

    Refuses with a ValidationError when somebody would read along with themselves.
    """
    if reader is not None and reader == asked_by:
        raise ValidationError("Vraag iemand anders om mee te lezen.")
    withdraw(about)
    return SecondReading.objects.create(
        about=about._meta.label_lower,
        about_id=str(about.pk),
        asked_by=asked_by,
        reader=reader,
        fingerprint=_sealed(fingerprint),
    )


@transaction.atomic
def decide(reading: SecondReading, *, by: Any, agreed: bool) -> SecondReading:
    """The second reader agrees, or asks for a change. Once; never the one who asked.

    Whether `by` may read the text at all is for the room of the text to say.
    """
    fresh = SecondReading.objects.select_for_update(of=("self",)).get(pk=reading.pk)
    if fresh.outcome:
        raise ValidationError("Over deze tekst is al besloten.")
    if by == fresh.asked_by or fresh.reader not in (None, by):
        raise ValidationError("Iemand anders is gevraagd om deze tekst te lezen.")
    outcomes = SecondReading.Outcome
    fresh.reader = by
    fresh.outcome = outcomes.AGREED if agreed else outcomes.CHANGE
    fresh.decided_at = timezone.now()
    fresh.save(update_fields=["reader", "outcome", "decided_at"])
    return fresh


def withdraw(about: Model) -> None:
    """The text is gone or was changed: nobody has to read it any more."""
    SecondReading.objects.of(about).open().update(
        outcome=SecondReading.Outcome.WITHDRAWN, decided_at=timezone.now()
    )


def agreed_on(about: Model, fingerprint: str) -> bool:
    """Whether a second reader agreed with exactly these texts. For `agreed` of a checked form."""
    readings = SecondReading.objects.of(about).filter(outcome=SecondReading.Outcome.AGREED)
    return readings.filter(fingerprint=_sealed(fingerprint)).exists()


def _sealed(fingerprint: str) -> str:
    """With the site's secret: nobody can try numbers until one fits the text that is gone."""
    return salted_hmac("leerkring.language.reading", fingerprint, algorithm="sha256").hexdigest()
