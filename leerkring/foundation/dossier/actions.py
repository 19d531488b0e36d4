"""Asking for everything about oneself, and asking to be forgotten."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from leerkring.foundation.activity.actions import record
from leerkring.foundation.dossier.models import (
    KEPT_READY,
    TO_THINK_IT_OVER,
    ErasureRequest,
    ExportReady,
    ExportRequest,
)
from leerkring.foundation.files.actions import throw_away
from leerkring.foundation.files.models import StoredFile
from leerkring.foundation.notifications.actions import notify, withdraw
from leerkring.foundation.privacy.actions import erase
from leerkring.foundation.privacy.registry import registered


@transaction.atomic
def ask_for_export(person: Any, now: datetime | None = None) -> ExportRequest:
    """Asking while it is being made changes nothing; a package that lies ready is made anew."""
    asked = ExportRequest.objects.select_for_update(of=("self",)).filter(person=person).first()
    if asked is not None and asked.is_ready:
        forget_export(asked)
        asked = None
    if asked is None:
        now = now or timezone.now()
        times = {"asked_at": now, "next_try_at": now}
        asked, _ = ExportRequest.objects.get_or_create(person=person, defaults=times)
    return asked


@transaction.atomic
def lay_ready(asked: ExportRequest, stored: StoredFile, *, now: datetime) -> ExportReady | None:
    """The package that was made can be fetched, and its person hears of it. None when another
    worker was first, or nobody wants it any more."""
    held = ExportRequest.objects.select_for_update().filter(pk=asked.pk)
    waiting = ExportRequest.objects.filter(pk__in=[row.pk for row in held], ready=None)
    if not waiting.exists():
        return None
    ready = ExportReady.objects.create(request=asked, file=stored, at=now, until=now + KEPT_READY)
    notify(
        "dossier.export_ready",
        people={asked.person_id},
        about=asked,
        title="Je gegevens staan klaar",
        sentence="Je kunt ze zeven dagen ophalen. Daarna gooien we het bestand weg.",
        url=reverse("own_data"),
    )
    return ready


@transaction.atomic
def forget_export(asked: ExportRequest) -> None:
    """The package goes, with its bytes and the notice of it."""
    files = list(ExportReady.objects.filter(request=asked).values_list("file_id", flat=True))
    withdraw(asked)
    asked.delete()
    throw_away(files)


def forget_exports_of(person: Any) -> None:
    for asked in ExportRequest.objects.filter(person=person):
        forget_export(asked)


@transaction.atomic
def ask_for_erasure(
    person: Any, wishes: Mapping[str, str], now: datetime | None = None
) -> ErasureRequest:
    """To be carried out after a week. Asking again changes what becomes of each kind, not when."""
    now = now or timezone.now()
    choices = {e.key: e.chosen(wishes.get(e.key)).value for e in registered() if e.choices}
    due = now + TO_THINK_IT_OVER
    asked, is_new = ErasureRequest.objects.update_or_create(
        person=person,
        defaults={"choices": choices},
        create_defaults={
            "choices": choices,
            "asked_at": now,
            "due_at": due,
            "next_try_at": due,
        },
    )
    if is_new:
        notify(
            "dossier.erasure_asked",
            people={person.pk},
            about=asked,
            title="Over zeven dagen is je account weg",
            sentence="Wil je toch blijven, of vroeg je dit niet zelf? Draai het dan terug.",
            url=reverse("own_data"),
        )
    return asked


@transaction.atomic
def undo_erasure(person: Any) -> bool:
    """Stay. Returns whether there was something to undo."""
    asked = ErasureRequest.objects.select_for_update(of=("self",)).filter(person=person).first()
    if asked is None:
        return False
    withdraw(asked)
    asked.delete()
    return True


@transaction.atomic
def carry_out(asked: ErasureRequest, now: datetime) -> bool:
    """Forget the person, all at once or not at all; not when they came back on it."""
    rows = ErasureRequest.objects.select_for_update(of=("self",)).select_related("person")
    due = rows.filter(pk=asked.pk, due_at__lte=now).first()
    if due is None:
        return False
    withdraw(due)
    sentence = "Iemand is vertrokken en liet het account verwijderen."
    record("dossier.erased", by=None, about=due, sentence=sentence)
    erase(due.person, due.choices)
    return True
