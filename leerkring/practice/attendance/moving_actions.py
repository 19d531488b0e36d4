"""Who is asked to come and does something in a part that moved hears of it; the others do not."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q

from leerkring.practice.attendance.holder_actions import is_news
from leerkring.practice.attendance.holder_queries import lines_at
from leerkring.practice.attendance.models import NO_ADDRESS, Letter, Reply
from leerkring.practice.meetings.models import Invitation, Meeting


def queue_moved(now: datetime, quiet_since: datetime) -> int:
    """An invitation again to each who heard of it and does something else, elsewhere or at another
    time by now; not to who said no. Where the meeting itself changed everybody hears it anyway."""
    rows = Meeting.objects.announced().filter(parts_moved__gt=0, cancellation=None)
    rows = rows.filter(starts_at__gt=now, changed_at__lte=quiet_since)
    meetings = {meeting.pk: meeting for meeting in rows}
    lines, heard = lines_at(meetings.values()), _heard(meetings)
    queued = 0
    for one in _asked(meetings, {pk for own in lines.values() for pk in own}):
        meeting, last = meetings[one.meeting_id], heard.get(one.pk)
        doing = "\n".join(lines.get(meeting.pk, {}).get(one.person_id or 0, ()))
        if last and last.sequence == meeting.sequence and is_news(meeting, last, doing):
            kind, turn = Letter.Kind.INVITATION, meeting.parts_moved
            queued += Letter.objects.put_in_line(
                meeting, [one], kind, meeting.sequence, now, turn=turn, doing={one.pk: doing}
            )
    return queued


def doing_of(meeting: Meeting, invitations: list[Invitation]) -> dict[object, str]:
    """What they do there, by invitation, for whom that is anything."""
    lines = lines_at([meeting]).get(meeting.pk, {})
    found = {one.pk: "\n".join(lines.get(one.person_id or 0, ())) for one in invitations}
    return {pk: doing for pk, doing in found.items() if doing}


def _asked(meetings: dict[int, Meeting], people: set[int]) -> list[Invitation]:
    """Who does something there, or did when they last heard of it."""
    told = Letter.objects.filter(meeting__in=meetings, kind=Letter.Kind.INVITATION)
    said_no = Reply.objects.filter(invitation=OuterRef("pk"), says=Reply.Says.NO)
    rows = Invitation.objects.filter(meeting__in=meetings).exclude(Exists(said_no))
    doing = Q(person__in=people) | Q(pk__in=told.exclude(doing="").values("invitation"))
    return list(rows.filter(doing).exclude(email__endswith=NO_ADDRESS))


def _heard(meetings: dict[int, Meeting]) -> dict[object, Letter]:
    """By invitation the newest letter."""
    letters = Letter.objects.filter(meeting__in=meetings, kind=Letter.Kind.INVITATION)
    return {letter.invitation: letter for letter in letters.order_by("sequence", "turn", "pk")}
