"""What this room tells about: only ever to the person themselves."""

from typing import Any

from leerkring.foundation.dossier.models import ErasureRequest, ExportRequest
from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.registry import Event, register, register_visible

GROUP = "Je eigen gegevens"

register(
    Event("dossier.export_ready", "Je gegevens staan klaar", GROUP, Frequency.DIRECT, personal=True)
)
register(
    Event("dossier.erasure_asked", "Je account gaat weg", GROUP, Frequency.DIRECT, personal=True)
)


def visible_exports(person: Any, ids: set[str]) -> set[int]:
    own = ExportRequest.objects.filter(person=person, pk__in=ids)
    return set(own.values_list("pk", flat=True))


def visible_erasures(person: Any, ids: set[str]) -> set[int]:
    own = ErasureRequest.objects.filter(person=person, pk__in=ids)
    return set(own.values_list("pk", flat=True))


register_visible(ExportRequest, visible_exports)
register_visible(ErasureRequest, visible_erasures)
