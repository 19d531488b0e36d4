"""Handing mails over to the mail server, each until the server says that it has it.

A mail is claimed first: its next try is put off by a lease, and only then it is handed over. Who
is killed after that leaves it to be tried again when the lease is over, under the same Message-ID.
So a mail is never lost; and only if the server took it and we died before we could write that
down, it is handed over again (docs/decisions/0013-notices.md).
"""

import logging
from datetime import datetime, timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused
from typing import Any

from django.core.mail import EmailMultiAlternatives, get_connection
from django.db.models import F

from leerkring.foundation.notifications.models import Mail
from leerkring.foundation.notifications.revising_actions import is_still_right

LEASE = timedelta(minutes=15)  # far longer than a mail server may take (EMAIL_TIMEOUT)
STALE = timedelta(hours=1)  # after that, look again whether everything in it may be seen
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=2), timedelta(hours=6)
PATIENCE = timedelta(days=5)  # as long as mail servers themselves try (RFC 5321, 4.5.4.1)
PERMANENT = range(500, 600)

log = logging.getLogger(__name__)


class NotTaken(Exception):
    """The mail server did not say that it took the mail."""


class Unreachable(Exception):
    """No mail can be handed over now: no server, no permission, a sender that is refused."""


ABOUT_ONE_MAIL = (SMTPRecipientsRefused, SMTPDataError, NotTaken, ValueError)


def hand_over_due(now: datetime, most: int = 2000) -> int:
    """Hand over at most `most` mails; returns how many were taken.

    When the server cannot be reached, one mail is put off and the rest stays for the next time.
    """
    due = Mail.objects.to_hand_over(now).order_by("next_try_at", "pk")
    pks = list(due.values_list("pk", flat=True)[:most])
    if not pks:
        return 0
    server, taken = get_connection(), 0
    try:
        for pk in pks:
            taken += _hand_over(pk, server, now)
    except Unreachable as fault:
        log.warning("de mailserver doet het niet: %s", fault)
    finally:
        server.close()
    return taken


def _hand_over(pk: int, server: Any, now: datetime) -> bool:
    """Raises Unreachable when there is no use in going on."""
    mail = _claim(pk, now)
    if mail is None or not _is_wanted(mail, now):
        return False
    try:
        if not server.send_messages([_message(mail, server)]):
            raise NotTaken("de mailserver nam de mail niet aan")
    except (OSError, NotTaken, ValueError) as fault:
        _failed(mail, fault, now)
        if not isinstance(fault, ABOUT_ONE_MAIL):
            raise Unreachable(str(fault)) from fault
        return False
    mail.went()
    return True


def _claim(pk: int, now: datetime) -> Mail | None:
    """One statement decides who has it, on every database."""
    mine = Mail.objects.to_hand_over(now).filter(pk=pk)
    if not mine.update(next_try_at=now + LEASE, tries=F("tries") + 1):
        return None
    return Mail.objects.select_related("person").get(pk=pk)


def _is_wanted(mail: Mail, now: datetime) -> bool:
    """Not to who has no account any more, nor about what went out of sight while it waited."""
    if not mail.person.is_active:
        mail.give_up("geen account meer")
    elif now - mail.at > STALE and not is_still_right(mail, now):
        mail.give_up("er staat niets meer in")
    return mail.given_up_at is None


def _message(mail: Mail, server: Any) -> EmailMultiAlternatives:
    """The same bytes each time, but for the boundary between the parts."""
    message = EmailMultiAlternatives(
        mail.subject,
        mail.text,
        to=[mail.person.email],
        headers={"Message-ID": mail.message_id, **mail.headers},
        connection=server,
    )
    message.attach_alternative(mail.html, "text/html")
    return message


def _failed(mail: Mail, fault: Exception, now: datetime) -> None:
    """Given up when the server refuses the address for good, or after five days."""
    why = (str(fault) or type(fault).__name__)[:200]
    if _is_for_good(fault) or now - mail.at > PATIENCE:
        mail.give_up(why)
    else:
        pause = min(FIRST_PAUSE * 3 ** min(mail.tries - 1, 8), LONGEST_PAUSE)
        mail.put_off(now + pause, why)


def _is_for_good(fault: Exception) -> bool:
    if not isinstance(fault, SMTPRecipientsRefused):
        return False
    return all(code in PERMANENT for code, _ in fault.recipients.values())
