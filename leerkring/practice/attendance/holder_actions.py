"""Who does something in a meeting without being asked to come has it in their calendar too."""

from datetime import datetime

from django.db import transaction

from leerkring.practice.attendance.holder_queries import Holder, holders_of, key_of
from leerkring.practice.attendance.invite_actions import call_off
from leerkring.practice.attendance.models import Letter
from leerkring.practice.meetings.models import Invitation, Meeting


def queue_holders(now: datetime, quiet_since: datetime) -> int:
    """A letter to each who did not hear of the meeting as it is now; and one that takes it out of
    the calendar to who heard of it, when it does not go on or they do nothing there any more. Who
    changed a meeting after `quiet_since` may still be changing it."""
    rows = Meeting.objects.announced().filter(starts_at__gt=now).with_its_state()
    meetings = {meeting.pk: meeting for meeting in rows}
    going = [pk for pk, meeting in meetings.items() if not meeting.is_cancelled]
    holders, heard = holders_of(meetings[pk] for pk in going), _heard(meetings)
    queued = 0
    for pk in sorted({*holders, *heard}):
        meeting, known = meetings[pk], heard.get(pk, {})
        own = [one for one in holders.get(pk, []) if is_news(meeting, known.get(one.pk), one.doing)]
        waits = meeting.changed_at > quiet_since
        new = [one for one in own if not (waits and one.pk in known)]
        kind, doing = Letter.Kind.ROLE, {one.pk: one.doing for one in new}
        queued += Letter.objects.put_in_line(
            meeting, new, kind, meeting.sequence, now, turn=meeting.parts_moved, doing=doing
        )
        queued += _call_off(meeting, known, {one.pk for one in holders.get(pk, [])}, now)
    return queued


def _heard(meetings: dict[int, Meeting]) -> dict[int, dict[object, Letter]]:
    """By meeting and addressee the newest letter about what they do there."""
    found: dict[int, dict[object, Letter]] = {}
    letters = Letter.objects.filter(meeting__in=meetings, kind=Letter.Kind.ROLE)
    for letter in letters.order_by("sequence", "turn", "pk"):
        found.setdefault(letter.meeting_id, {})[letter.invitation] = letter
    return found


def is_news(meeting: Meeting, last: Letter | None, doing: str) -> bool:
    """To who heard `last` and does this by now: the meeting itself changed; or parts moved, and
    theirs is among them."""
    if last is None or last.sequence < meeting.sequence:
        return True
    return last.turn < meeting.parts_moved and last.doing != doing


@transaction.atomic
def _call_off(
    meeting: Meeting, known: dict[object, Letter], still: set[object], now: datetime
) -> int:
    """Who is asked to come by now keeps it in their calendar: that is the same date there. The
    letters go, so that who comes back hears of it again."""
    gone = {key: letter for key, letter in known.items() if key not in still}
    if not gone:
        return 0
    asked = Invitation.objects.filter(meeting=meeting, person__isnull=False)
    invited = {key_of(meeting.pk, pk) for pk in asked.values_list("person_id", flat=True)}
    told = [
        Holder(letter.invitation, letter.name, letter.email)
        for key, letter in gone.items()
        if (letter.sent_at or letter.tries) and (meeting.is_cancelled or key not in invited)
    ]
    Letter.objects.filter(meeting=meeting, invitation__in=gone, kind=Letter.Kind.ROLE).delete()
    call_off(meeting, told, now=now)
    return len(told)
