"""What this room has in the strip over the pages of a meeting."""

from collections.abc import Set as AbstractSet
from typing import Any

from django.urls import reverse

from leerkring.practice.meetings.models import Meeting
from leerkring.practice.meetings.registry import Page, Part
from leerkring.practice.meetings.rules import LEADING
from leerkring.practice.reports.models import Publication
from leerkring.practice.reports.rules import has_begun


def pages_of(person: Any, meeting: Meeting, kinds: AbstractSet[str]) -> list[Page]:
    """To work on for who leads, once the meeting has begun; else to read, once it is out."""
    if not has_begun(meeting):
        return []
    page = "desk" if kinds & set(LEADING) else "show"
    if page == "show" and not Publication.objects.filter(report__meeting=meeting).exists():
        return []
    url = reverse(f"reports:{page}", args=[meeting.pk, meeting.slug])
    return [Page(Part.AFTER, "Verslag", url)]
