"""The mails of invitations: when each is still wanted, and sending what is due."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from leerkring.foundation.notifications.handing_over_actions import (
    LONGEST_PAUSE,
    Outbox,
    hand_over,
)
from leerkring.practice.answering.closing_actions import lift_pause
from leerkring.practice.answering.models import PausedAddress
from leerkring.practice.attendance.holder_queries import person_behind
from leerkring.practice.attendance.letter_actions import write
from leerkring.practice.attendance.look_back_queries import question_of
from leerkring.practice.attendance.models import Letter, Reply
from leerkring.practice.attendance.promise_queries import asked_in
from leerkring.practice.meetings.models import Invitation, Meeting
from leerkring.practice.meetings.queries import length_of

MOVING = (Letter.Kind.INVITATION, Letter.Kind.ROLE)
PAUSED = "Mail naar dit adres kwam eerder terug."


def send_due(now: datetime) -> int:
    """Send every letter that is due; returns how many went out."""
    return hand_over(LETTERS, now)


@transaction.atomic
def try_again(meeting: Meeting, email: str) -> None:
    """Somebody looked at the address: what was given up for it in this meeting goes out now."""
    Letter.objects.filter(email=email).update(is_refused=False)
    lift_pause(email)
    stopped = Letter.objects.filter(meeting=meeting, email=email, sent_at=None)
    stopped.exclude(fault="").update(
        given_up_at=None, fault="", tries=0, next_try_at=F("at"), is_refused=False
    )


def _is_wanted(letter: Letter, now: datetime) -> bool:
    """Whether it still says what is so; if not, it is given up, or put off for a draft."""
    meeting, off = letter.meeting, letter.kind == Letter.Kind.CALLED_OFF
    if letter.is_afterwards:
        return _is_wanted_afterwards(letter, now)
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


def _is_wanted_afterwards(letter: Letter, now: datetime) -> bool:
    """By whoever still is on the list, also long after the meeting; a question while it is open,
    and one about promises while any of them is."""
    still_asked = Invitation.objects.filter(pk=letter.invitation).exists()
    if letter.kind == Letter.Kind.LOOK_BACK and still_asked:
        is_open = question_of(letter.meeting, now) is not None
        still_asked = is_open and not letter.meeting.is_cancelled
    if letter.kind == Letter.Kind.PROMISE:
        still_asked = not letter.meeting.is_cancelled and asked_in(letter).exists()
    if not still_asked:
        letter.give_up()
    elif is_paused(letter.email):
        letter.give_up(PAUSED)
    else:
        return True
    return False


def _is_overtaken(letter: Letter) -> bool:
    if letter.meeting.is_cancelled or letter.sequence < letter.meeting.sequence:
        return True
    if letter.kind in MOVING and _has_newer(letter):
        return True
    if letter.kind == Letter.Kind.ROLE:
        return person_behind(letter.meeting, letter.invitation) is None
    if not Invitation.objects.filter(pk=letter.invitation).exists():
        return True
    placed = Reply.objects.placed().filter(invitation=letter.invitation)
    return letter.kind == Letter.Kind.MOVED_UP and not placed.exists()


def _has_newer(letter: Letter) -> bool:
    """Parts moved since, and they hear of that."""
    rows = Letter.objects.filter(invitation=letter.invitation, kind=letter.kind)
    return rows.filter(sequence=letter.sequence, turn__gt=letter.turn).exists()


def is_paused(email: str) -> bool:
    """Mail to this address came back: here, or when a questionnaire was sent."""
    refused = Letter.objects.refused().filter(email=email)
    return refused.exists() or PausedAddress.objects.filter(email=email).exists()


LETTERS: Outbox[Letter] = Outbox(
    rows=Letter.objects.select_related("meeting__cancellation", "meeting__announcement"),
    is_wanted=_is_wanted,
    write=write,
    refused=Letter.refuse,
)
