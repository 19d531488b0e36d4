"""What this room does by itself: ask the receiver after six and after twelve weeks, once each."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from leerkring.practice.agreements.models import Agreement
from leerkring.practice.agreements.models.scoring import WEEKS
from leerkring.practice.agreements.notices import ask_for_score
from leerkring.practice.agreements.rules import asked_on, week_to_score

AT_ONCE = 50


def run_due(now: datetime) -> str:
    due = Agreement.objects.filter(ask_on__lte=timezone.localdate(now)).order_by("ask_on", "pk")
    asked = sum(_ask(pk, now) for pk in list(due.values_list("pk", flat=True)[:AT_ONCE]))
    many = "afspraak" if asked == 1 else "afspraken"
    return f"Over {asked} {many} gevraagd hoe het ging." if asked else ""


@transaction.atomic
def _ask(pk: int, now: datetime) -> bool:
    """Asking and writing down that it is asked are one step: killed halfway, neither is done."""
    rows = Agreement.objects.select_for_update(of=("self",), no_key=True)
    agreement = rows.filter(pk=pk, ask_on__lte=timezone.localdate(now)).first()
    if agreement is None:
        return False
    week = week_to_score(agreement, timezone.localdate(now))
    later = [asked_on(agreement, moment) for moment in WEEKS if moment > (week or 0)]
    if week is not None:
        ask_for_score(agreement, week)
    still = [day for day in later if day > timezone.localdate(now)]
    Agreement.objects.filter(pk=pk).update(ask_on=min(still, default=None))
    return week is not None
