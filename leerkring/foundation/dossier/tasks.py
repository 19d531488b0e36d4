"""What this room does by itself: make packages, throw them away, and forget who leaves."""

from datetime import datetime

from leerkring.foundation.dossier.actions import carry_out, forget_export
from leerkring.foundation.dossier.models import ErasureRequest, ExportReady, ExportRequest
from leerkring.foundation.dossier.packing_actions import make_export

AT_ONCE = 5


def run_due(now: datetime) -> str:
    """A few of each. What a killed worker had begun is begun again a quarter of an hour later."""
    made = sum(_make(asked, now) for asked in _to_make(now))
    for ready in ExportReady.objects.filter(until__lte=now).select_related("request")[:AT_ONCE]:
        forget_export(ready.request)
    left = sum(_carry_out(asked, now) for asked in _to_carry_out(now))
    told = []
    if made:
        told.append(f"{made} keer gegevens klaargezet.")
    if left:
        told.append(f"{left} {'account' if left == 1 else 'accounts'} verwijderd.")
    return " ".join(told)


def _to_make(now: datetime) -> list[ExportRequest]:
    rows = ExportRequest.objects.filter(ready=None, next_try_at__lte=now)
    return list(rows.select_related("person").order_by("next_try_at", "pk")[:AT_ONCE])


def _make(asked: ExportRequest, now: datetime) -> bool:
    return ExportRequest.objects.all().claim(asked.pk, now) and make_export(asked, now) is not None


def _to_carry_out(now: datetime) -> list[ErasureRequest]:
    rows = ErasureRequest.objects.filter(due_at__lte=now, next_try_at__lte=now)
    return list(rows.order_by("next_try_at", "pk")[:AT_ONCE])


def _carry_out(asked: ErasureRequest, now: datetime) -> bool:
    return ErasureRequest.objects.all().claim(asked.pk, now) and carry_out(asked, now)
