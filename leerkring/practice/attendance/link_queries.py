"""Addresses that stand in mails and on badges: signed, so that nobody makes up one that works.

The link in a mail opens one reply. The code that is scanned at the door opens nothing but the
desk, for an organiser; so who reads it over a shoulder cannot answer with it.
"""

import base64
import uuid

from django.core.signing import BadSignature, Signer
from django.urls import reverse

from leerkring.practice.meetings.models import Invitation

REPLY, BADGE = "leerkring.attendance.reply", "leerkring.attendance.badge"


def reply_path(invitation: uuid.UUID) -> str:
    return reverse("attendance:reply", args=[_token(invitation, REPLY)])


def badge_path(invitation: uuid.UUID) -> str:
    return reverse("attendance:badge", args=[_token(invitation, BADGE)])


def behind_reply(token: str) -> Invitation | None:
    """The invitation whose link this is; None for anything else."""
    return _behind(token, REPLY)


def behind_badge(token: str) -> Invitation | None:
    return _behind(token, BADGE)


def _token(invitation: uuid.UUID, salt: str) -> str:
    short = base64.urlsafe_b64encode(invitation.bytes).decode().rstrip("=")
    return Signer(salt=salt, sep=".").sign(short)


def _behind(token: str, salt: str) -> Invitation | None:
    try:
        short = Signer(salt=salt, sep=".").unsign(token)
        pk = uuid.UUID(bytes=base64.urlsafe_b64decode(short + "=="))
    except (BadSignature, ValueError):
        return None
    rows = Invitation.objects.select_related("meeting__cancellation", "meeting__announcement")
    return rows.select_related("reply__need", "organisation", "person").filter(pk=pk).first()
