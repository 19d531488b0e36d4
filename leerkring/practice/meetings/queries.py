"""Reads over meetings."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet, Sum

from leerkring.foundation.search.registry import PUBLIC, SIGNED_IN
from leerkring.foundation.statements.made_once import made_once
from leerkring.network.circles.models import CLOSED
from leerkring.network.circles.queries import keepers_of, members_of
from leerkring.network.themes.queries import followers_of
from leerkring.practice.meetings import rules
from leerkring.practice.meetings.models import Audience, Block, BroughtQuestion, Meeting, Role

A_HALF_DAY = timedelta(hours=3)  # while nothing in the programme says how long
has_role = rules.has_role


def length_of(meeting: Meeting) -> timedelta:
    """As long as its blocks take together; without any, up to when it must be done."""
    total = Block.objects.filter(meeting=meeting).aggregate(total=Sum("minutes"))["total"]
    return span(meeting.starts_at, meeting.ends_by, total)


def span(starts_at: datetime, ends_by: datetime | None, minutes: int | None) -> timedelta:
    if minutes:
        return timedelta(minutes=minutes)
    return ends_by - starts_at if ends_by and ends_by > starts_at else A_HALF_DAY


def leaders_of(meeting: Meeting) -> set[int]:
    """Organisers and chairs, as ids of persons."""
    rows = Role.objects.filter(meeting=meeting, kind__in=rules.LEADING)
    return set(rows.values_list("person_id", flat=True))


def who_keep_order(meeting: Meeting) -> set[int]:
    """Organisers, and who guides the circle that it is for; over all else the moderators."""
    closed = meeting.circle_id if meeting.audience == Audience.CIRCLE else None
    return leaders_of(meeting) | keepers_of(closed)


def who_hear_of(meeting: Meeting) -> tuple[set[int], set[int]]:
    """Ids of persons: who is in the circle, and who follows a theme of it and may see it."""
    circle = members_of(meeting.circle_id) if meeting.circle_id else set()
    if meeting.audience == Audience.INVITED:
        return set(), set()
    if meeting.audience == Audience.CIRCLE:
        return circle, set()
    return circle, followers_of(meeting.themes.values_list("pk", flat=True)) - circle


def tokens_of(meeting: Meeting) -> frozenset[str]:
    """Who may find it: the same as `MeetingQuerySet.visible_to`."""
    if meeting.audience == Audience.PUBLIC:
        return frozenset({PUBLIC})
    if meeting.audience == Audience.SIGNED_IN:
        return frozenset({SIGNED_IN})
    asked = _persons(meeting.roles) | _persons(meeting.invitations.exclude(person=None))
    found = {f"person:{pk}" for pk in asked}
    if meeting.audience == Audience.CIRCLE and meeting.circle is not None:
        closed = meeting.circle.visibility in CLOSED
        found.add(f"circle:{meeting.circle_id}" if closed else SIGNED_IN)
    return frozenset(found)


def _persons(rows: Any) -> set[int]:
    return set(rows.values_list("person_id", flat=True))


@made_once
def visible_ids(person: Any, ids: Collection[Any]) -> QuerySet[Meeting, int]:
    rows = Meeting.objects.visible_to(person).filter(pk__in=ids)
    return rows.values_list("pk", flat=True)


def questions_seen_by(person: Any) -> Any:
    """What was brought to meetings that this person may see, and is not out of sight."""
    seen = BroughtQuestion.objects.filter(
        hidden_at=None, meeting__in=Meeting.objects.visible_to(person)
    )
    return seen.select_related(
        "meeting", "organisation", "circle", "theme", "block", "strand", "answer"
    )
