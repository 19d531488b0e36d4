"""What this room does by itself: put on a programme what partners see differently, and dilemmas
that lie open; and tell the shelf where these came back."""

from datetime import datetime

from leerkring.practice.agreements.models import Agreement
from leerkring.practice.meetings import comeback_actions
from leerkring.practice.meetings.agenda_actions import bring_up

AT_ONCE = 20


def run_due(now: datetime) -> str:
    waiting = Agreement.objects.filter(bring_up_at__lte=now).order_by("bring_up_at", "pk")
    found = [bring_up(agreement, now) for agreement in waiting[:AT_ONCE]]
    put = sum(meeting is not None for meeting in found)
    came = comeback_actions.run_due(now)
    many, more = "afspraak" if put == 1 else "afspraken", "dilemma" if came == 1 else "dilemma's"
    said = [f"{put} {many} op een programma gezet."] if put else []
    return " ".join([*said, *([f"{came} {more} teruggebracht."] if came else [])])
