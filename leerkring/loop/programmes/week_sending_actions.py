"""The mails about planned sessions: when each is still wanted, and sending what is due."""

from datetime import datetime
from typing import Any

from leerkring.foundation.notifications.handing_over_actions import Outbox, hand_over
from leerkring.loop.programmes.models import WeekLetter
from leerkring.loop.programmes.week_letter_actions import write
from leerkring.practice.attendance.sending_actions import PAUSED, is_paused


def send_due(now: datetime) -> int:
    """Send every letter that is due; returns how many went out."""
    return hand_over(LETTERS, now)


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


LETTERS: Outbox[WeekLetter] = Outbox(
    rows=WeekLetter.objects.select_related("session__team", "person", "plan__programme"),
    is_wanted=_is_wanted,
    write=write,
)
