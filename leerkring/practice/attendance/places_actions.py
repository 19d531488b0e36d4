"""More places, or fewer: who has one keeps it."""

from typing import Any

from django.db import transaction

from leerkring.practice.attendance.reply_actions import fill, locked
from leerkring.practice.meetings.actions import Practical, change_practical
from leerkring.practice.meetings.models import Meeting


@transaction.atomic
def set_places(meeting: Meeting, places: int | None, *, by: Any) -> int:
    """Give out what came free; how many replies moved up from the waiting list."""
    meeting = locked(meeting.pk)
    practical = Practical(
        place=meeting.place,
        address=meeting.address,
        reachable=meeting.reachable,
        places=places,
        guests_each=meeting.guests_each,
    )
    return fill(change_practical(meeting, practical, by=by))
