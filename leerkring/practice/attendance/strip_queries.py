"""What this room has in the strip over the pages of a meeting."""

from collections.abc import Set as AbstractSet
from typing import Any

from django.urls import reverse

from leerkring.practice.attendance.table_queries import talk_of
from leerkring.practice.meetings.models import Meeting
from leerkring.practice.meetings.registry import Page, Part
from leerkring.practice.meetings.rules import LEADING

LED = (
    (Part.BEFORE, "Uitnodigen", "inviting"),
    (Part.DURING, "Aan de deur", "desk"),
    (Part.DURING, "Groepen", "groups"),
    (Part.DURING, "Aan tafel", "tables"),
)


def pages_of(person: Any, meeting: Meeting, kinds: AbstractSet[str]) -> list[Page]:
    """All of it for who leads; for any other role the tables alone, once there are."""
    rows = LED if kinds & set(LEADING) else LED[-1:] if talk_of(meeting) is not None else ()
    about = [meeting.pk, meeting.slug]
    return [
        Page(part, label, reverse(f"attendance:{page}", args=about)) for part, label, page in rows
    ]
