"""What this room does by itself: put on a programme what partners see differently."""

from datetime import datetime

from leerkring.practice.agreements.models import Agreement
from leerkring.practice.meetings.agenda_actions import bring_up

AT_ONCE = 20


def run_due(now: datetime) -> str:
    waiting = Agreement.objects.filter(bring_up_at__lte=now).order_by("bring_up_at", "pk")
    found = [bring_up(agreement, now) for agreement in waiting[:AT_ONCE]]
    put = sum(meeting is not None for meeting in found)
    many = "afspraak" if put == 1 else "afspraken"
    return f"{put} {many} op een programma gezet." if put else ""
