"""The mails of invitations: put in line when they are needed, each sent once.

A letter is claimed first: its next try is put off by a lease, and only then it is handed over. Who
is killed after that leaves it to be tried again when the lease is over, under the same Message-ID.
"""

import logging
from datetime import datetime, timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused
from typing import Any

from django.core.mail import get_connection
from django.db import transaction
from django.db.models import F

from leerkring.practice.answering.closing_actions import lift_pause
from leerkring.practice.answering.models import PausedAddress
from leerkring.practice.attendance.letter_actions import write
from leerkring.practice.attendance.models import Letter, Reply
from leerkring.practice.meetings.models import Invitation, Meeting
from leerkring.practice.meetings.queries import length_of

LEASE = timedelta(minutes=15)  # far longer than a mail server may take
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=5), timedelta(hours=4)
PATIENCE = timedelta(days=5)  # as long as mail servers themselves try (RFC 5321, 4.5.4.1)
PERMANENT = range(500, 600)  # SMTP replies that say: never
PAUSED = "Mail naar dit adres kwam eerder terug."

log = logging.getLogger(__name__)


class NotTaken(Exception):
    """The mail server did not say that it took the mail."""


class Unreachable(Exception):
    """No mail can be handed over now, whoever it is for."""


ABOUT_ONE_MAIL = (SMTPRecipientsRefused, SMTPDataError, NotTaken, ValueError)


def send_due(now: datetime, most: int = 1000) -> int:
    """Send every letter that is due; returns how many went out."""
    due = Letter.objects.due(now).order_by("next_try_at", "pk")
    pks = list(due.values_list("pk", flat=True)[:most])
    if not pks:
        return 0
    server, sent = get_connection(), 0
    try:
        for pk in pks:
            sent += _send(pk, server, now)
    except Unreachable as fault:
        log.warning("de mailserver doet het niet: %s", fault)
    finally:
        server.close()
    return sent


@transaction.atomic
def try_again(meeting: Meeting, email: str) -> None:
    """Somebody looked at the address: what was given up for it in this meeting goes out now."""
    Letter.objects.filter(email=email).update(is_refused=False)
    lift_pause(email)
    stopped = Letter.objects.filter(meeting=meeting, email=email, sent_at=None)
    stopped.exclude(fault="").update(
        given_up_at=None, fault="", tries=0, next_try_at=F("at"), is_refused=False
    )


def _send(pk: int, server: Any, now: datetime) -> bool:
    letter = _claim(pk, now)
    if letter is None or not _is_wanted(letter, now):
        return False
    try:
        if not server.send_messages([write(letter, server)]):
            raise NotTaken("de mailserver nam de mail niet aan")
    except (OSError, NotTaken, ValueError) as fault:
        _failed(letter, fault, now)
        if not isinstance(fault, ABOUT_ONE_MAIL):
            raise Unreachable(str(fault)) from fault
        return False
    letter.went()
    return True


def _claim(pk: int, now: datetime) -> Letter | None:
    """One statement decides who has it, on every database."""
    mine = Letter.objects.due(now).filter(pk=pk)
    if not mine.update(next_try_at=now + LEASE, tries=F("tries") + 1):
        return None
    rows = Letter.objects.select_related("meeting__cancellation", "meeting__announcement")
    return rows.get(pk=pk)


def _is_wanted(letter: Letter, now: datetime) -> bool:
    """Whether it still says what is so; if not, it is given up, or put off for a draft."""
    meeting, off = letter.meeting, letter.kind == Letter.Kind.CALLED_OFF
    if now > meeting.starts_at + length_of(meeting):
        letter.give_up()
    elif is_paused(letter.email):
        letter.give_up(PAUSED)
    elif off:
        return True
    elif _is_overtaken(letter):
        letter.give_up()
    elif not meeting.is_announced:
        letter.put_off(now + LONGEST_PAUSE, "")
    else:
        return True
    return False


def _is_overtaken(letter: Letter) -> bool:
    if letter.meeting.is_cancelled or letter.sequence < letter.meeting.sequence:
        return True
    if not Invitation.objects.filter(pk=letter.invitation).exists():
        return True
    placed = Reply.objects.placed().filter(invitation=letter.invitation)
    return letter.kind == Letter.Kind.MOVED_UP and not placed.exists()


def is_paused(email: str) -> bool:
    """Mail to this address came back: here, or when a questionnaire was sent."""
    refused = Letter.objects.refused().filter(email=email)
    return refused.exists() or PausedAddress.objects.filter(email=email).exists()


def _failed(letter: Letter, fault: Exception, now: datetime) -> None:
    """An address that is refused for good is paused, and only that one; anything else waits."""
    why = (str(fault) or type(fault).__name__)[:200]
    if isinstance(fault, SMTPRecipientsRefused) and _is_for_good(fault):
        letter.give_up(why, refused=True)
    elif now - letter.at > PATIENCE:
        letter.give_up(why)
    else:
        letter.put_off(now + min(FIRST_PAUSE * 2 ** (letter.tries - 1), LONGEST_PAUSE), why)


def _is_for_good(fault: SMTPRecipientsRefused) -> bool:
    return all(code in PERMANENT for code, _ in fault.recipients.values())
