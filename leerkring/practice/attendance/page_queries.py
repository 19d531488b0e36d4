"""What the pages of this room show."""

from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from leerkring.network.profiles.directory_queries import Sought, found
from leerkring.network.profiles.queries import drawn
from leerkring.practice.attendance.door_letters import door_letters
from leerkring.practice.attendance.door_times import kept_until
from leerkring.practice.attendance.group_queries import own_tables
from leerkring.practice.attendance.link_queries import badge_path
from leerkring.practice.attendance.models import Reply
from leerkring.practice.attendance.queries import (
    position_in_line,
    standing_of,
    waits_after_yes,
)
from leerkring.practice.attendance.table_link_queries import table_path
from leerkring.practice.attendance.table_queries import open_talk
from leerkring.practice.meetings.models import Invitation, Meeting
from leerkring.practice.meetings.page_queries import map_of, materials_of
from leerkring.practice.meetings.programme_queries import programme_for
from leerkring.practice.meetings.queries import length_of
from leerkring.practice.meetings.question_forms import BroughtForm

OFFERED = 10


def whom_to_invite(person: Any, meeting: Meeting, words: str) -> list[Any]:
    """People with this name whom the reader sees, not those who are asked already."""
    if not words.strip():
        return []
    asked = meeting.invitations.exclude(person=None).values("person")
    rows = found(person, Sought(words=words)).exclude(person__in=asked)
    return drawn(rows.with_work().order_by("sort_name", "person_id")[:OFFERED])


def invited_page(invitation: Invitation) -> dict[str, Any]:
    """What who is invited sees of the meeting by the link alone: as much as with an account."""
    meeting = invitation.meeting
    questions = meeting.questions.filter(hidden_at=None)
    return {
        "programme": programme_for(None, meeting),
        "materials": materials_of(meeting).filter(block=None),
        "map_url": map_of(meeting),
        "questions": questions.select_related("organisation", "circle", "theme", "answer"),
        "may_bring": not meeting.is_cancelled and meeting.starts_at > timezone.now(),
        "bring_form": BroughtForm(meeting=meeting),
    }


def desk_kept_until(meeting: Meeting) -> int | None:
    """Milliseconds since 1970, as browsers count; None: not kept on a device now."""
    ends = meeting.starts_at + length_of(meeting)
    until = kept_until(meeting.starts_at, ends, meeting.zone, timezone.now())
    return None if until is None else int(until.timestamp() * 1000)


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
        "standing": (standing := standing_of(meeting)),
        "would_wait": waits_after_yes(meeting, reply, standing=standing),
        "ends": ends,
        "own_tables": own_tables(invitation) if invitation else [],
    }
    if reply is not None and reply.has_place and open_talk(meeting.pk) is not None:
        page["table_url"] = table_path(meeting.pk)
    if reply is not None and reply.is_waiting:
        page["position"] = position_in_line(reply)
    if invitation is not None and reply is not None and reply.has_place:
        page |= {"badge": badge_path(invitation.pk), "letters": door_letters(invitation.pk)}
    return page
