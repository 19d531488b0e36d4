"""At the door: who is there, and who comes in unasked."""

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from leerkring.network.people.actions import organisation_named
from leerkring.practice.attendance.models import NO_ADDRESS, Reply, Tap
from leerkring.practice.meetings.models import Invitation, Meeting

LONGEST_OFFLINE = timedelta(days=2)  # a clock that says more than this is wrong


def tap(
    invitation: Invitation,
    *,
    tap_id: uuid.UUID,
    is_here: bool,
    at: float | None,
    guest: int = 0,
) -> bool:
    """Keep one tap, once; whether somebody is there by the last tap of all.

    guest  0 for who was invited, 1 for the first whom they bring
    at     milliseconds since 1970 by the phone's clock: taps that waited count when they were made
    """
    Tap.objects.get_or_create(
        pk=tap_id,
        defaults={
            "invitation": invitation,
            "guest": guest,
            "is_here": is_here,
            "at": _moment(at),
        },
    )
    taps = Tap.objects.filter(invitation=invitation, guest=guest)
    return taps.order_by("at", "came_in_at").last().is_here


@transaction.atomic
def walk_in(
    meeting: Meeting, *, name: str, organisation: str, key: uuid.UUID | None, by: Any
) -> Invitation:
    """Somebody who stands at the door and is let in: on the list, and there. Once per `key`."""
    there = Invitation.objects.filter(pk=key).first() if key else None
    if there is not None and there.meeting_id == meeting.pk:
        return there
    key = uuid.uuid4() if there is not None or key is None else key
    invitation = Invitation.objects.create(
        pk=key,
        meeting=meeting,
        name=name,
        email=f"{key.hex}{NO_ADDRESS}",
        organisation=organisation_named(organisation) if organisation else None,
    )
    Reply.objects.create(invitation=invitation, says=Reply.Says.YES)
    Tap.objects.create(invitation=invitation, is_here=True, at=timezone.now())
    return invitation


def _moment(at: float | None) -> datetime:
    """What a phone says, unless that cannot be."""
    now = timezone.now()
    if at is None or not abs(at) < 1e14:
        return now
    told = datetime.fromtimestamp(at / 1000, UTC)
    return told if now - LONGEST_OFFLINE < told < now else now
