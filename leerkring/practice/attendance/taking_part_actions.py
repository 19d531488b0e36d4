"""Somebody with an account answers on the page of a meeting that they see, asked or not."""

from typing import Any

from django.db import transaction

from leerkring.practice.attendance.invite_actions import invite_people
from leerkring.practice.attendance.models import Reply
from leerkring.practice.attendance.queries import own_invitation
from leerkring.practice.attendance.reply_actions import Answer, reply_to
from leerkring.practice.meetings.models import Invitation, Meeting


@transaction.atomic
def reply_as(person: Any, meeting: Meeting, answer: Answer) -> Reply:
    """Who was not asked puts themselves on the list by answering. Raises as `reply_to`."""
    invitation = own_invitation(meeting, person) or _asked_by_address(meeting, person)
    if invitation is None:
        invite_people(meeting, [person], by=person)
        invitation = own_invitation(meeting, person)
    assert invitation is not None
    return reply_to(invitation, answer)


def _asked_by_address(meeting: Meeting, person: Any) -> Invitation | None:
    """Asked before they had an account: from now on it is theirs."""
    asked = Invitation.objects.filter(meeting=meeting, email=person.email.lower(), person=None)
    invitation = asked.first()
    if invitation is not None:
        invitation.person = person
        invitation.save(update_fields=["person"])
    return invitation
