"""What this room has in the strip over the pages of a meeting."""

from collections.abc import Set as AbstractSet
from typing import Any

from leerkring.practice.boards.rules import may_lead
from leerkring.practice.meetings.models import Meeting
from leerkring.practice.meetings.registry import Page, Part
from leerkring.practice.meetings.rules import LEADING


def pages_of(person: Any, meeting: Meeting, kinds: AbstractSet[str]) -> list[Page]:
    """The boards stand on the page of the meeting, for who leads one."""
    if not kinds & set(LEADING) and not may_lead(person, meeting):
        return []
    return [Page(Part.DURING, "Borden", f"{meeting.get_absolute_url()}#borden")]
