"""The mails about planned sessions, each sent once: claimed under a lease, then handed over.

Who is killed after that leaves it to be tried again when the lease is over, under the same
Message-ID. When to wait and when to give up is as with invitations to meetings.
"""

import logging
from datetime import datetime
from smtplib import SMTPRecipientsRefused
from typing import Any

from django.core.mail import get_connection

from leerkring.loop.programmes.models import WeekLetter
from leerkring.loop.programmes.week_letter_actions import write
from leerkring.practice.attendance.sending_actions import (
    ABOUT_ONE_MAIL,
    FIRST_PAUSE,
    LEASE,
    LONGEST_PAUSE,
    PATIENCE,
    PAUSED,
    PERMANENT,
    NotTaken,
    is_paused,
)

log = logging.getLogger(__name__)


def send_due(now: datetime, most: int = 500) -> int:
    """Send every letter that is due; returns how many went out."""
    due = WeekLetter.objects.due(now).order_by("next_try_at", "pk")
    pks = list(due.values_list("pk", flat=True)[:most])
    if not pks:
        return 0
    server, sent = get_connection(), 0
    try:
        for pk in pks:
            sent += _send(pk, server, now)
    except OSError as fault:  # no mail can be handed over now, whoever it is for
        log.warning("de mailserver doet het niet: %s", fault)
    finally:
        server.close()
    return sent


def _send(pk: int, server: Any, now: datetime) -> bool:
    letter = _claim(pk, now)
    if letter is None or not _is_wanted(letter, now):
        return False
    letter.begin_try()
    try:
        if not server.send_messages([write(letter, server)]):
            raise NotTaken("de mailserver nam de mail niet aan")
    except (OSError, NotTaken, ValueError) as fault:
        _failed(letter, fault, now)
        if not isinstance(fault, ABOUT_ONE_MAIL):
            raise
        return False
    letter.went()
    return True


def _claim(pk: int, now: datetime) -> WeekLetter | None:
    """One statement decides who has it, on every database."""
    mine = WeekLetter.objects.due(now).filter(pk=pk)
    if not mine.update(next_try_at=now + LEASE):
        return None
    return WeekLetter.objects.select_related("session__team", "person", "plan__programme").get(
        pk=pk
    )


def _is_wanted(letter: WeekLetter, now: datetime) -> bool:
    """Whether it still says what is so; if not, it is given up."""
    same = WeekLetter.objects.filter(session=letter.session_id, person=letter.person_id)
    if now > letter.starts_at or same.filter(sequence__gt=letter.sequence).exists():
        letter.give_up()
    elif letter.kind == WeekLetter.Kind.CANCEL and not _knew(letter, same):
        letter.give_up()  # what they never heard of need not be taken back
    elif not letter.person.is_active:
        letter.give_up("Dit account is niet meer in gebruik.")
    elif is_paused(letter.person.email):
        letter.give_up(PAUSED)
    else:
        return True
    return False


def _knew(letter: WeekLetter, same: Any) -> bool:
    """A first letter that cancels is to who led it before there were letters."""
    earlier = same.filter(sequence__lt=letter.sequence)
    return earlier.filter(tries__gt=0).exists() or not earlier.exists()


def _failed(letter: WeekLetter, fault: Exception, now: datetime) -> None:
    why = (str(fault) or type(fault).__name__)[:200]
    refused = isinstance(fault, SMTPRecipientsRefused) and all(
        code in PERMANENT for code, _ in fault.recipients.values()
    )
    if refused or now - letter.at > PATIENCE:
        letter.give_up(why)
    else:
        letter.put_off(now + min(FIRST_PAUSE * 2 ** (letter.tries - 1), LONGEST_PAUSE), why)
