"""What this room does by itself: on the day that was chosen it asks how it went."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from leerkring.practice.commitments.models import Commitment
from leerkring.practice.commitments.notices import ask_how_it_went

AT_ONCE = 200
WHOSE = ("person", "team", "organisation", "made_by", "companion")
MORNING = 8  # nobody is asked at midnight


def run_due(now: datetime) -> str:
    if timezone.localtime(now).hour < MORNING:
        return ""
    due = Commitment.objects.filter(ask_on__lte=timezone.localdate(now)).order_by("ask_on", "pk")
    together: dict[tuple[int | None, ...], list[int]] = {}
    for *whose, pk in due.values_list(*WHOSE, "pk")[:AT_ONCE]:
        together.setdefault(tuple(whose), []).append(pk)
    asked = sum(_ask(pks) for pks in together.values())
    many = "voornemen" if asked == 1 else "voornemens"
    return f"Naar {asked} {many} gevraagd." if asked else ""


@transaction.atomic
def _ask(pks: Sequence[int]) -> int:
    """About all that the same people promised at once, so that thirty cards are not thirty mails.

    Asking and writing down that it is asked are one step: killed halfway, neither is done. Returns
    how many were asked about.
    """
    rows = Commitment.objects.select_for_update(of=("self",), no_key=True).order_by("pk")
    held = {one.pk: one for one in rows.filter(pk__in=pks, ask_on__isnull=False)}
    waiting = set(Commitment.objects.waiting().filter(pk__in=held).values_list("pk", flat=True))
    asked = [one for pk, one in held.items() if pk in waiting]
    told = ask_how_it_went(asked) if asked else 0
    Commitment.objects.filter(pk__in=held).update(ask_on=None)
    return len(asked) if told else 0
