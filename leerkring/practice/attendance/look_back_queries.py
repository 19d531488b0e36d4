"""Six weeks later: the question that is open then, and whom it reaches by mail alone."""

from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from leerkring.practice.attendance.head_queries import present
from leerkring.practice.attendance.models import NO_ADDRESS, Letter, Reply, Tap
from leerkring.practice.meetings.models import Invitation, Meeting
from leerkring.practice.pulses.kinds import Kind
from leerkring.practice.pulses.models import Pulse


def questions_open(now: datetime) -> QuerySet[Pulse]:
    """What was asked of the effect of a meeting, while answers come in."""
    rows = Pulse.objects.filter(about=Meeting._meta.label_lower, kind=Kind.EFFECT)
    return rows.filter(opens_at__lte=now, closes_at__gt=now, round__closing=None)


def question_of(meeting: Meeting, now: datetime) -> Pulse | None:
    return questions_open(now).filter(about_id=meeting.pk).first()


def guests_who_came(meeting: Meeting) -> QuerySet[Invitation]:
    """Without an account: who was tapped in, where that was kept at the door; otherwise who said
    yes, had a place, and was not tapped out again. Never who said no, or has no address."""
    rows = Invitation.objects.filter(meeting=meeting, person=None)
    rows = rows.exclude(email__endswith=NO_ADDRESS).exclude(reply__says=Reply.Says.NO)
    if here := present(meeting):
        return rows.filter(pk__in=here)
    away = Tap.objects.filter(invitation=OuterRef("pk"), guest=0)
    return rows.filter(~Exists(away), reply__says=Reply.Says.YES, reply__waits_since=None)


def not_told(meeting: Meeting) -> QuerySet[Invitation]:
    """Of those, who got no letter about it."""
    told = Letter.objects.filter(invitation=OuterRef("pk"), kind=Letter.Kind.LOOK_BACK)
    return guests_who_came(meeting).exclude(Exists(told))
