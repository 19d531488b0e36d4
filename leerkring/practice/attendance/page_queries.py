"""What the pages of this room show."""

from typing import Any
from zoneinfo import ZoneInfo

from leerkring.network.profiles.directory_queries import Sought, found
from leerkring.network.profiles.queries import drawn
from leerkring.practice.attendance.group_queries import own_tables
from leerkring.practice.attendance.link_queries import badge_path
from leerkring.practice.attendance.models import Reply
from leerkring.practice.attendance.queries import position_in_line, standing_of
from leerkring.practice.meetings.models import Invitation, Meeting
from leerkring.practice.meetings.programme import Slot, timetable
from leerkring.practice.meetings.queries import length_of

OFFERED = 10


def whom_to_invite(person: Any, meeting: Meeting, words: str) -> list[Any]:
    """People with this name whom the reader sees, not those who are asked already."""
    if not words.strip():
        return []
    asked = meeting.invitations.exclude(person=None).values("person")
    rows = found(person, Sought(words=words)).exclude(person__in=asked)
    return drawn(rows.with_work().order_by("sort_name", "person_id")[:OFFERED])


def programme_of(meeting: Meeting) -> list[tuple[Any, Slot]]:
    blocks = list(meeting.blocks.all())
    slots = timetable(meeting.starts_at, [block.minutes for block in blocks], meeting.zone)
    return list(zip(blocks, slots, strict=True))


def own_page(meeting: Meeting, invitation: Invitation | None) -> dict[str, Any]:
    """What somebody sees of a meeting for which they may come: their answer, numbers, no names."""
    reply: Reply | None = getattr(invitation, "reply", None)
    ends = (meeting.starts_at + length_of(meeting)).astimezone(ZoneInfo(meeting.zone))
    page: dict[str, Any] = {
        "meeting": meeting,
        "invitation": invitation,
        "reply": reply,
        "need": getattr(reply, "need", None),
        "choices": list(reply.choices.select_related("strand", "block")) if reply else [],
        "standing": standing_of(meeting),
        "ends": ends,
        "own_tables": own_tables(invitation) if invitation else [],
    }
    if reply is not None and reply.is_waiting:
        page["position"] = position_in_line(reply)
    if invitation is not None and reply is not None and reply.has_place:
        page["badge"] = badge_path(invitation.pk)
    return page
