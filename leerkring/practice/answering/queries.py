"""Reads over who was asked."""

from typing import Any

from django.db.models import Count, Q

from leerkring.practice.answering.models import PausedAddress, Sending
from leerkring.practice.scans.models import Response, Round
from leerkring.practice.scans.release import Unit, release_tree

TOTAL = ""  # no team has an empty name


def turnout(round: Round, *, k: int) -> dict[str, Any]:
    """How many were asked and answered: per team only from `k` answers on, else not at all.

    Below k a count would say who has not answered yet, and so would a total from which the other
    counts can be taken away: counts follow the same release as results. Also: the mails.
    """
    asked = dict(
        round.invitees.values_list("team__name").annotate(n=Count("pk")).order_by("team__name")
    )
    answered = dict(
        Response.objects.filter(round=round).values_list("team__name").annotate(n=Count("pk"))
    )
    units = [Unit(TOTAL, None, 0)]
    units += [Unit(name, TOTAL, answered.get(name, 0)) for name in asked]
    shown = set(release_tree(units, k).shown)
    return {
        "teams": [
            (name, n, answered[name] if name in shown else None) for name, n in asked.items()
        ],
        "asked": sum(asked.values()),
        "answered": sum(answered.values()) if TOTAL in shown else None,
        "mails": _mails(round),
        "paused": _paused(round),
        "k": k,
    }


def _mails(round: Round) -> dict[str, int]:
    sendings = Sending.objects.filter(invitee__round=round)
    counts: dict[str, int] = sendings.aggregate(
        sent=Count("pk", filter=Q(sent_at__isnull=False)),
        waiting=Count("pk", filter=Q(sent_at=None, given_up=False)),
        failed=Count("pk", filter=Q(sent_at=None, given_up=False) & ~Q(fault="")),
    )
    return counts


def _paused(round: Round) -> list[str]:
    """Addresses of this round whose mail came back, for the coordinator to mend."""
    emails = round.invitees.values("email")
    paused = PausedAddress.objects.filter(email__in=emails).order_by("email")
    return list(paused.values_list("email", flat=True))
