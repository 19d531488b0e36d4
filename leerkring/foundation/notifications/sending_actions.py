"""Handing over what was written: the outbox of this room."""

from datetime import datetime, timedelta

from django.core.mail import EmailMultiAlternatives

from leerkring.foundation.notifications.handing_over_actions import Outbox, hand_over
from leerkring.foundation.notifications.mailbox_actions import hold
from leerkring.foundation.notifications.models import Mail
from leerkring.foundation.notifications.revising_actions import is_still_right

STALE = timedelta(hours=1)  # after that, or when it was tried, look again who may see what is in it


def hand_over_due(now: datetime, most: int = 2000) -> int:
    """Hand over at most `most` mails; returns how many were taken."""
    return hand_over(MAILS, now, most)


def _is_wanted(mail: Mail, now: datetime) -> bool:
    """Not to who has no account any more, nor about what went out of sight while it waited."""
    if not mail.person.is_active:
        mail.give_up("geen account meer")
    elif _has_waited(mail, now) and not is_still_right(mail, now):
        mail.give_up("er staat niets meer in")
    return mail.given_up_at is None


def _has_waited(mail: Mail, now: datetime) -> bool:
    """It did not go with the others when it was written."""
    return mail.tries > 1 or now - mail.at > STALE


def _message(mail: Mail) -> EmailMultiAlternatives:
    """The same bytes each time, but for the boundary between the parts."""
    message = EmailMultiAlternatives(
        mail.subject,
        mail.text,
        to=[mail.person.email],
        headers={"Message-ID": mail.message_id, **mail.headers},
    )
    message.attach_alternative(mail.html, "text/html")
    return message


def _refused(mail: Mail, why: str) -> None:
    """This address takes no mail: what comes next waits, and the site says so to its person."""
    hold(mail.person)
    mail.give_up(why)


MAILS: Outbox[Mail] = Outbox(
    rows=Mail.objects.select_related("person"),
    is_wanted=_is_wanted,
    write=_message,
    refused=_refused,
    put_off_for_good=_refused,
    ahead=50,
)
