"""The end of a round that was answered online: what must be forgotten is forgotten.

While a round is open the server knows who was invited at which address and who of them has handed
in, because of the reminders. When it closes none of that is needed any more.
"""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from leerkring.practice.answering.knowledge_actions import freeze_coverage
from leerkring.practice.answering.models import (
    Draft,
    Invitee,
    Launch,
    Link,
    PausedAddress,
    Poster,
    Sending,
)
from leerkring.practice.answering.own_lines import forget_old_lines
from leerkring.practice.scans.actions import close_round, forget_order
from leerkring.practice.scans.models import Closing, Round

KEEP_AFTER_LAST_DAY = timedelta(days=60)


@transaction.atomic
def end_round(round: Round, *, by: Any | None) -> Closing:
    """Close a round for good, and forget who was asked. Raises RoundIsClosed and WouldLeak.

    Whoever is handing in at this moment comes first or is told that it is too late; nobody who was
    told that their answers are in is left out.
    """
    if not Launch.objects.filter(round=round).exists():
        return _close(round, by=by)
    forget_order(round)
    closing = _close(round, by=by)
    Link.objects.filter(round=round).update(invitee=None, is_used=False)
    Draft.objects.filter(round=round).delete()
    Poster.objects.filter(round=round).delete()
    _forget_addresses(round)
    return closing


def _close(round: Round, *, by: Any | None) -> Closing:
    closing = close_round(round, by=by)
    freeze_coverage(round)
    return closing


@transaction.atomic
def lift_pause(email: str) -> bool:
    """Mail to this address again; what waits for it goes out at once. False when not paused."""
    deleted, _ = PausedAddress.objects.filter(email=email).delete()
    stopped = Sending.objects.filter(invitee__email=email, sent_at=None).exclude(fault="")
    stopped.filter(given_up=True).update(
        given_up=False, attempts=0, due_at=timezone.now(), fault=""
    )
    return bool(deleted)


def forget_what_is_over(today: date) -> None:
    """What nobody comes back for: to be done every day.

    The addresses of a round that was never closed, some time after its last day; answers that came
    in at the very moment of closing and were never handed in; own results of years ago.
    """
    Draft.objects.filter(round__closing__isnull=False).delete()
    for round_ in Round.objects.filter(
        launch__until__lt=today - KEEP_AFTER_LAST_DAY, invitees__email__isnull=False
    ).distinct():
        _forget_addresses(round_)
    forget_old_lines(today.year)


@transaction.atomic
def _forget_addresses(round: Round) -> None:
    Sending.objects.filter(invitee__round=round).delete()
    Invitee.objects.filter(round=round).update(email=None, is_finished=False)
    in_use = Invitee.objects.filter(email__isnull=False).values("email")
    PausedAddress.objects.exclude(email__in=in_use).delete()
