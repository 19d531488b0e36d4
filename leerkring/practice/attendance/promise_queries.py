"""Promises of guests: how long one is made, which letter is about which, and their number."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Count, QuerySet
from django.utils import timezone

from leerkring.practice.attendance.models import STILL_OPEN, GuestPromise, Letter, Reply
from leerkring.practice.commitments.models import SIX_WEEKS, Commitment
from leerkring.practice.commitments.queries import tally
from leerkring.practice.commitments.tallies import FEWEST, Tally, not_all_alike, tally_of
from leerkring.practice.meetings.models import Invitation, Meeting

MOST_EACH = 3


def day_to_look_back(meeting: Meeting) -> date:
    """Six weeks after the meeting, unless somebody chooses another."""
    return timezone.localdate(meeting.starts_at) + SIX_WEEKS


def may_promise(invitation: Invitation, now: datetime) -> bool:
    """From the start of the meeting until the day to look back; who has an account does it there,
    and who said no was not there."""
    meeting = invitation.meeting
    if invitation.person_id is not None or meeting.is_cancelled:
        return False
    said_no = Reply.objects.filter(invitation=invitation, says=Reply.Says.NO)
    is_time = meeting.starts_at <= now and timezone.localdate(now) <= day_to_look_back(meeting)
    return is_time and not said_no.exists()


def asked_in(letter: Letter) -> QuerySet[GuestPromise]:
    """What this letter asks about: of one day, as far as it did not end meanwhile. Nothing once
    they said no to the invitation."""
    rows = GuestPromise.objects.filter(
        invitation=letter.invitation,
        look_back_on=date.fromordinal(letter.turn),
        asked_at__isnull=False,
        outcome__in=STILL_OPEN,
    )
    return rows.exclude(invitation__reply__says=Reply.Says.NO)


def tally_with_guests(meetings: Iterable[int], *, reader: Any) -> Tally:
    """Of all promises made at these meetings, each counted by itself: of two together a report of
    one would tell the few of the other. Those of guests are private: they are counted from five
    people on, apart from what others keep to themselves."""
    return sum((one for pk in meetings for one in _of_one(pk, reader)), Tally())


def _of_one(meeting: int, reader: Any) -> list[Tally]:
    counted = tally(Commitment.objects.filter(meeting=meeting), reader=reader)
    rows = GuestPromise.objects.filter(invitation__meeting=meeting).order_by()
    if rows.aggregate(people=Count("invitation__email", distinct=True))["people"] < FEWEST:
        return [counted]
    of_guests = rows.values("outcome").annotate(n=Count("pk"))
    return [counted, tally_of(not_all_alike({row["outcome"]: row["n"] for row in of_guests}))]
