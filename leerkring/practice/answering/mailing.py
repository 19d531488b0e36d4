"""The mails of a round. A link is made when its mail is sent and is kept nowhere but in that mail.

So a mail that is tried again has another link: somebody may get the mail twice, each with a link
that works, when a worker is killed at the moment that the server took it; a mail is never lost.
"""

from datetime import datetime
from smtplib import SMTPRecipientsRefused, SMTPResponseException
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from leerkring.foundation.notifications.handing_over_actions import Outbox, hand_over, reason
from leerkring.practice.answering.keys import Secret
from leerkring.practice.answering.models import Link, PausedAddress, Sending
from leerkring.practice.answering.models.mail import MOST_ATTEMPTS


class WithLink(EmailMessage):
    """A mail that knows which link is in it."""

    def __init__(self, *words: Any, secret: Secret, **more: Any) -> None:
        super().__init__(*words, **more)
        self.secret = secret


def send_due() -> int:
    """Send every mail that is due. Returns how many went out."""
    return hand_over(SENDINGS, timezone.now())


def _is_wanted(sending: Sending, now: datetime) -> bool:
    """Not to who has finished, not after the end, not to an address whose mail came back."""
    invitee = sending.invitee
    over = invitee.round.is_closed or timezone.localdate(now) > invitee.round.launch.until
    paused = PausedAddress.objects.filter(email=invitee.email).exists()
    if invitee.email is None or invitee.is_finished or over or paused:
        sending.give_up()
        return False
    return True


@transaction.atomic
def _went(sent: Sending) -> None:
    """After a time without mail nobody gets an announcement and two reminders in one minute."""
    sent.went()
    order = list(Sending.Kind)
    others = Sending.objects.filter(invitee=sent.invitee).waiting()
    earlier = others.filter(kind__in=order[: order.index(Sending.Kind(sent.kind))])
    (earlier | others.due(timezone.now())).update(given_up=True, fault="")


@transaction.atomic
def _refused(sending: Sending, why: str) -> None:
    """The address is paused, and only that one."""
    PausedAddress.objects.get_or_create(email=sending.invitee.email, defaults={"why": why})
    sending.give_up(why)


def _why(sending: Sending, message: Any, fault: Exception) -> str:
    """What the mail server says, without the link: some quote the mail that they refuse."""
    if message is None:
        return reason(sending, message, fault)
    secret: Secret = message.secret
    if isinstance(fault, SMTPResponseException | SMTPRecipientsRefused):
        Link.objects.filter(pk=secret.name("link")).delete()  # it says that it did not take it
    return reason(sending, message, fault).replace(secret.link, "…")


def _message(sending: Sending) -> WithLink:
    invitee, secret = sending.invitee, Secret.new()
    Link.objects.create(
        pk=secret.name("link"), round=invitee.round, team=invitee.team, invitee=invitee
    )
    context = {
        "kind": sending.kind,
        "round": invitee.round,
        "team": invitee.team,
        "launch": invitee.round.launch,
        "url": settings.SITE_URL + reverse("answering:welcome", args=[secret.link]),
    }
    subject = render_to_string("answering/mail_subject.txt", context).strip()
    body = render_to_string("answering/mail.txt", context)
    return WithLink(subject, body, to=[invitee.email], secret=secret)


SENDINGS: Outbox[Sending] = Outbox(
    rows=Sending.objects.select_related(
        "invitee__round__launch", "invitee__round__closing", "invitee__team"
    ),
    is_wanted=_is_wanted,
    write=_message,
    went=_went,
    refused=_refused,
    is_over=lambda sending, now: sending.attempts >= MOST_ATTEMPTS,
    why=_why,
    next_try="due_at",
    tries="attempts",
)
