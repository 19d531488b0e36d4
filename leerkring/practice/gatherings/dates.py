"""Sessions on the calendar of who is in the team or leads the session."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, Max
from django.urls import reverse

from leerkring.foundation.calendar.moments import Moment
from leerkring.foundation.calendar.registry import Dated, register
from leerkring.practice.gatherings.models import Session

A_HALF_DAY = timedelta(hours=3)  # while there is no script that says how long
LONGEST = timedelta(days=1)


def between(person: Any, start: datetime, end: datetime) -> list[Moment]:
    rows = (
        Session.objects.writable_by(person)
        .filter(starts_at__gt=start - LONGEST, starts_at__lt=end)
        .annotate(minutes=Max(F("blocks__start_minute") + F("blocks__minutes")))
        .values_list("pk", "team__name", "starts_at", "place", "minutes")
    )
    before, after = reverse("session", args=[0]).split("0")  # asked once: it costs more than a row
    moments = [
        Moment(
            uid=f"sessie-{pk}",
            title=f"Sessie {team}",
            starts=starts_at,
            ends=starts_at + (timedelta(minutes=minutes) if minutes else A_HALF_DAY),
            place=place,
            url=f"{before}{pk}{after}",
        )
        for pk, team, starts_at, place, minutes in rows
    ]
    return [moment for moment in moments if moment.ends > start]


register(Dated("sessie", "Sessies", between))
