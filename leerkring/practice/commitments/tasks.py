"""What this room does by itself: on the day that was chosen it asks how it went."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from leerkring.practice.commitments.models import Commitment
from leerkring.practice.commitments.notices import ask_how_it_went

AT_ONCE = 50
MORNING = 8  # nobody is asked at midnight


def run_due(now: datetime) -> str:
    if timezone.localtime(now).hour < MORNING:
        return ""
    due = Commitment.objects.filter(ask_on__lte=timezone.localdate(now)).order_by("ask_on", "pk")
    asked = sum(_ask(pk) for pk in list(due.values_list("pk", flat=True)[:AT_ONCE]))
    many = "voornemen" if asked == 1 else "voornemens"
    return f"Naar {asked} {many} gevraagd." if asked else ""


@transaction.atomic
def _ask(pk: int) -> bool:
    """Asking and writing down that it is asked are one step: killed halfway, neither is done."""
    rows = Commitment.objects.select_for_update(of=("self",), no_key=True)
    commitment = rows.filter(pk=pk, ask_on__isnull=False).first()
    if commitment is None:
        return False
    told = ask_how_it_went(commitment) if _is_waiting(pk) else 0
    Commitment.objects.filter(pk=pk).update(ask_on=None)
    return told > 0


def _is_waiting(pk: int) -> bool:
    return Commitment.objects.waiting().filter(pk=pk).exists()
