"""The mails about a week: when each is still wanted, and sending what is due."""

from datetime import datetime
from typing import Any

from leerkring.foundation.notifications.handing_over_actions import Outbox, hand_over
from leerkring.loop.programmes.models import ChairLetter, WeekLetter
from leerkring.loop.programmes.week_chair_letter_actions import (
    news_of,
    told_before,
    write_to_chair,
)
from leerkring.loop.programmes.week_letter_actions import write
from leerkring.practice.attendance.sending_actions import PAUSED, is_paused


def send_due(now: datetime) -> int:
    """Send every letter that is due; returns how many went out."""
    return hand_over(LETTERS, now) + hand_over(CHAIR_LETTERS, now)


def _is_wanted(letter: WeekLetter, now: datetime) -> bool:
    """Whether it still says what is so; if not, it is given up."""
    same = WeekLetter.objects.filter(session=letter.session_id, person=letter.person_id)
    if now > letter.starts_at or same.filter(sequence__gt=letter.sequence).exists():
        letter.give_up()
    elif letter.kind == WeekLetter.Kind.CANCEL and not _knew(letter, same):
        letter.give_up()  # what they never heard of need not be taken back
    else:
        return _is_reachable(letter)
    return False


def _is_news(letter: ChairLetter, now: datetime) -> bool:
    """As above: of two that wait only the last goes, and none that says nothing new."""
    same = ChairLetter.objects.filter(person=letter.person_id, pk__gt=letter.pk)
    is_overtaken = same.filter(plan__programme=letter.plan.programme_id).exists()
    if now > letter.ends_at or is_overtaken or news_of(letter).now == told_before(letter):
        letter.give_up()
        return False
    return _is_reachable(letter)


def _is_reachable(letter: WeekLetter | ChairLetter) -> bool:
    if not letter.person.is_active:
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
CHAIR_LETTERS: Outbox[ChairLetter] = Outbox(
    rows=ChairLetter.objects.select_related("person", "plan__programme"),
    is_wanted=_is_news,
    write=write_to_chair,
)
