"""Which mails are needed: read from what is so, so that nothing that changes must tell this room.

Done again and again, it puts each letter in line once; killed half-way, the rest comes next time.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import groupby

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from leerkring.practice.attendance.holder_actions import queue_holders
from leerkring.practice.attendance.invite_actions import call_off
from leerkring.practice.attendance.look_back_queries import not_told, questions_open
from leerkring.practice.attendance.models import NO_ADDRESS, Letter, Reply
from leerkring.practice.attendance.moving_actions import doing_of, queue_moved
from leerkring.practice.attendance.notices import tell_invited
from leerkring.practice.attendance.promise_actions import queue_promises
from leerkring.practice.meetings.models import Invitation, Meeting

QUIET = timedelta(minutes=5)  # who is still changing a meeting sends one mail about it, not five
BATCH = 500


def queue_due(now: datetime) -> int:
    """Put the letters that are needed in line; returns how many."""
    asked = _queue_invitations(now) + _queue_cancellations(now)
    doing = queue_holders(now, now - QUIET) + queue_moved(now, now - QUIET)
    return asked + doing + _queue_look_backs(now) + queue_promises(now)


def _queue_invitations(now: datetime) -> int:
    """To who did not hear of the meeting as it is now; not again to who said no."""
    letters = Letter.objects.filter(invitation=OuterRef("pk"), kind=Letter.Kind.INVITATION)
    said_no = Reply.objects.filter(invitation=OuterRef("pk"), says=Reply.Says.NO)
    rows = Invitation.objects.filter(
        meeting__announcement__isnull=False,
        meeting__cancellation=None,
        meeting__starts_at__gt=now,
    ).exclude(email__endswith=NO_ADDRESS)
    rows = rows.exclude(Exists(letters.filter(sequence=OuterRef("meeting__sequence"))))
    heard = Exists(letters)
    rows = rows.exclude(heard & Q(meeting__changed_at__gt=now - QUIET)).exclude(Exists(said_no))
    rows = rows.select_related("meeting").order_by("meeting", "name", "pk")[:BATCH]
    return sum(_put_in_line(meeting, own, now) for meeting, own in _by_meeting(rows))


@transaction.atomic
def _put_in_line(meeting: Meeting, invitations: list[Invitation], now: datetime) -> int:
    kind, sequence = Letter.Kind.INVITATION, meeting.sequence
    doing = doing_of(meeting, invitations)
    made = Letter.objects.put_in_line(
        meeting, invitations, kind, sequence, now, turn=meeting.parts_moved, doing=doing
    )
    tell_invited(meeting, {one.person_id for one in invitations if one.person_id is not None})
    return made


def _queue_cancellations(now: datetime) -> int:
    """To who heard of a meeting that does not go on, unless they said no themselves."""
    letters = Letter.objects.filter(invitation=OuterRef("pk"))
    heard = letters.exclude(sent_at=None, tries=0).filter(kind=Letter.Kind.INVITATION)
    told = letters.filter(kind=Letter.Kind.CALLED_OFF, sequence=OuterRef("meeting__sequence"))
    rows = Invitation.objects.filter(
        Exists(heard),
        ~Exists(told),
        meeting__cancellation__isnull=False,
        meeting__starts_at__gt=now,
    ).exclude(Exists(Reply.objects.filter(invitation=OuterRef("pk"), says=Reply.Says.NO)))
    rows = rows.select_related("meeting").order_by("meeting", "name", "pk")[:BATCH]
    found = 0
    for meeting, own in _by_meeting(rows):
        call_off(meeting, own, now=now)
        found += len(own)
    return found


def _queue_look_backs(now: datetime) -> int:
    """To who came and has no account, while the question of six weeks later is open; the others
    hear it on the site. The link is that of everybody: nobody is known to have answered."""
    asked = set(questions_open(now).values_list("about_id", flat=True))
    rows = Meeting.objects.filter(pk__in=asked, cancellation=None)
    return sum(
        Letter.objects.put_in_line(meeting, not_told(meeting), Letter.Kind.LOOK_BACK, 0, now)
        for meeting in rows
    )


def _by_meeting(rows: Iterable[Invitation]) -> Iterable[tuple[Meeting, list[Invitation]]]:
    for meeting, own in groupby(rows, key=lambda one: one.meeting):
        yield meeting, list(own)


def queue_report(meeting: Meeting, now: datetime) -> int:
    """To who was asked to come and has no account; the others hear it on the site. How many."""
    rows = Invitation.objects.filter(meeting=meeting, person=None)
    rows = rows.exclude(email__endswith=NO_ADDRESS)
    # the same number, however often the meeting moved: once
    return Letter.objects.put_in_line(meeting, rows, Letter.Kind.REPORT, 0, now)


def meetings_with_a_line(now: datetime) -> list[Meeting]:
    """To come, with somebody on the waiting list: places may have come since."""
    waiting = Reply.objects.filter(waits_since__isnull=False).values("invitation__meeting")
    rows = Meeting.objects.filter(pk__in=waiting, starts_at__gt=now, cancellation=None)
    return list(rows)
