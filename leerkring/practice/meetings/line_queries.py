"""Meetings in a line: each a copy of the one before."""

from leerkring.practice.meetings.models import Meeting

AS_FAR = 3  # so many back
MOST = 20  # and so many on


def followed_by(meeting: Meeting) -> list[int]:
    """What this one follows, what that followed, and so on: as far back as is looked."""
    found: list[int] = []
    last = meeting.follows_id
    while last is not None and last not in found and len(found) < AS_FAR:
        found.append(last)
        last = Meeting.objects.filter(pk=last).values_list("follows", flat=True).first()
    return found


def following(meeting: int) -> set[int]:
    """What came of it: copies of it, and copies of those."""
    found: set[int] = set()
    last = {meeting}
    while last and len(found) < MOST:
        last = set(Meeting.objects.filter(follows__in=last).values_list("pk", flat=True)) - found
        found |= last
    return found - {meeting}
