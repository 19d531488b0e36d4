"""Meetings on the calendar of everybody who may see them."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Sum
from django.urls import reverse

from leerkring.foundation.calendar.moments import ZONES, Moment
from leerkring.foundation.calendar.registry import Dated, register
from leerkring.practice.meetings.models import Audience, Meeting
from leerkring.practice.meetings.queries import span

LONGEST = timedelta(days=1)
COLUMNS = (
    *("pk", "slug", "title", "purpose", "starts_at", "ends_by", "zone", "place", "address"),
    *("sequence", "changed_at", "circle_id", "audience", "cancellation", "minutes"),
)


def between(person: Any, start: datetime, end: datetime) -> list[Moment]:
    seen = Meeting.objects.visible_to(person).announced()
    rows = seen.filter(starts_at__gt=start - LONGEST, starts_at__lt=end)
    rows = rows.annotate(minutes=Sum("blocks__minutes")).order_by("starts_at", "pk")
    before, after = reverse("meeting", args=[0, "-"]).split("0--")
    moments = [
        moment(row, f"{before}{row['pk']}-{row['slug']}{after}") for row in rows.values(*COLUMNS)
    ]
    return [found for found in moments if found.ends > start]


def moment(row: dict[str, Any], url: str) -> Moment:
    """One meeting, from its columns, on the clock of its place."""
    zone = ZONES[row["zone"]]
    length = span(row["starts_at"], row["ends_by"], row["minutes"])
    return Moment(
        uid=f"bijeenkomst-{row['pk']}",
        title=row["title"],
        starts=row["starts_at"].astimezone(zone),
        ends=(row["starts_at"] + length).astimezone(zone),
        place=", ".join(filter(None, [row["place"], row["address"]])),
        url=url,
        summary=row["purpose"],
        sequence=row["sequence"],
        cancelled=row["cancellation"] is not None,
        circle=row["circle_id"],
        public=row["audience"] == Audience.PUBLIC,
        changed_at=row["changed_at"],
    )


register(Dated("bijeenkomst", "Bijeenkomsten", between))
