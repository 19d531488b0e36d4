"""Meetings on the calendar of everybody who may see them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery, Sum
from django.urls import reverse

from leerkring.foundation.calendar.moments import ZONES, Moment
from leerkring.foundation.calendar.registry import Dated, register
from leerkring.foundation.statements.made_once import made_once
from leerkring.practice.meetings.models import Audience, Block, Meeting
from leerkring.practice.meetings.queries import span

LONGEST = timedelta(days=1)
COLUMNS = (
    *("pk", "slug", "title", "purpose", "starts_at", "ends_by", "zone", "place", "address"),
    *("sequence", "changed_at", "circle_id", "audience", "cancellation", "minutes"),
)


def rows(person: Any, start: datetime, end: datetime) -> list[tuple[Any, ...]]:
    return _rows(person, start - LONGEST, end)


@made_once
def _rows(person: Any, after: datetime, before: datetime) -> QuerySet[Meeting, tuple[Any, ...]]:
    minutes = Block.objects.filter(meeting=OuterRef("pk")).order_by().values("meeting")
    minutes = minutes.annotate(total=Sum("minutes")).values("total")
    seen = Meeting.objects.visible_to(person).announced()
    seen = seen.filter(starts_at__gt=after, starts_at__lt=before)
    seen = seen.annotate(minutes=Subquery(minutes)).order_by("starts_at", "pk")
    return seen.values_list(*COLUMNS)


def moments(told: Sequence[tuple[Any, ...]], start: datetime) -> list[Moment]:
    before, after = reverse("meeting", args=[0, "-"]).split("0--")
    rows = (dict(zip(COLUMNS, row, strict=True)) for row in told)
    found = [moment(row, f"{before}{row['pk']}-{row['slug']}{after}") for row in rows]
    return [moment for moment in found if moment.ends > start]


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


register(Dated("bijeenkomst", "Bijeenkomsten", rows, moments))
