"""What this room does by itself: on the day that was chosen it asks how it went."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from leerkring.practice.commitments.models import Commitment, Contact
from leerkring.practice.commitments.notices import ask_how_it_went

AT_ONCE = 200
WHOSE = ("person", "team", "organisation", "made_by", "companion")
MORNING = 8  # nobody is asked at midnight


def run_due(now: datetime) -> str:
    if timezone.localtime(now).hour < MORNING:
        return ""
    due = Commitment.objects.filter(ask_on__lte=timezone.localdate(now)).order_by("ask_on", "pk")
    rows = list(due.values_list(*WHOSE, "pk")[:AT_ONCE])
    speaking = _contacts([row[-1] for row in rows])
    together: dict[tuple[object, ...], list[int]] = {}
    for *whose, pk in rows:
        together.setdefault((*whose, frozenset(speaking.get(pk, ()))), []).append(pk)
    asked = sum(_ask(pks) for pks in together.values())
    many = "voornemen" if asked == 1 else "voornemens"
    return f"Naar {asked} {many} gevraagd." if asked else ""


def _contacts(pks: Sequence[int]) -> dict[int, list[int]]:
    """Who speaks for the organisation, by the number of the promise."""
    found: dict[int, list[int]] = {}
    rows = Contact.objects.filter(commitment__in=pks)
    for commitment, person in rows.values_list("commitment_id", "person_id"):
        found.setdefault(commitment, []).append(person)
    return found


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
