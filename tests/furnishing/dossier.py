"""A package that the professional may fetch, and one of the manager that lay too long."""

from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from leerkring.foundation.dossier.actions import ask_for_export, lay_ready
from leerkring.foundation.files.actions import keep_file


def furnish(world: Any) -> None:
    now = timezone.now()
    for key, name, moment in (
        ("professional", "ready", now),
        ("manager", "late", now - timedelta(days=8)),
    ):
        asked = ask_for_export(world.people[key], now=moment)
        stored = keep_file(SimpleUploadedFile("gegevens.txt", b"Alles."), by=None)
        world.things[f"dossier {name}"] = lay_ready(asked, stored, now=moment)
