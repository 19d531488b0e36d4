"""A meeting is made, copied, announced, changed, cancelled."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from leerkring.foundation.activity.actions import record
from leerkring.foundation.search.actions import index, index_many
from leerkring.network.circles.models import Circle
from leerkring.network.people.slugs import slug_of
from leerkring.network.themes.models import Theme
from leerkring.practice.meetings.library import Form
from leerkring.practice.meetings.models import (
    Announcement,
    Audience,
    Block,
    Cancellation,
    Meeting,
    Role,
    Zone,
)
from leerkring.practice.meetings.telling_actions import (
    tell_announced,
    tell_cancelled,
    tell_changed,
    tell_otherwise,
)


@dataclass(frozen=True)
class Plan:
    """What an organiser chooses about a meeting: what for, for whom, and when."""

    title: str
    starts_at: datetime
    purpose: str = ""
    circle: Circle | None = None
    audience: str = str(Audience.INVITED)
    ends_by: datetime | None = None
    zone: str = str(Zone.AMSTERDAM)
    themes: Collection[Theme] = ()


@dataclass(frozen=True)
class Practical:
    """Where it is, how to get there, and how many fit in."""

    place: str = ""
    address: str = ""
    reachable: str = ""
    places: int | None = None
    guests_each: int = 0


@transaction.atomic
def make_meeting(plan: Plan, *, by: Any, form: Form | None = None) -> Meeting:
    """A draft, seen by its organiser alone; with the programme of a form from the library."""
    meeting = Meeting(form_code=form.code if form else "")
    _take_on(meeting, plan, purpose=plan.purpose or (form.purpose if form else ""))
    Role.objects.create(meeting=meeting, person=by, kind=Role.Kind.ORGANISER)
    Block.objects.bulk_create(
        Block(
            meeting=meeting,
            position=place,
            kind=block.kind,
            title=block.title,
            minutes=block.minutes,
            purpose=block.purpose,
            steps=list(block.steps),
            material=block.material,
        )
        for place, block in enumerate(form.blocks if form else ())
    )
    record("meetings.made", by=by, about=meeting, sentence="De bijeenkomst is begonnen.")
    return meeting


@transaction.atomic
def announce(meeting: Meeting, *, by: Any) -> Announcement:
    """Show it to its audience and tell who should know. Announced already is fine."""
    announcement, is_new = Announcement.objects.get_or_create(meeting=meeting, defaults={"by": by})
    if is_new:
        meeting.announcement = announcement
        _index(meeting)
        record("meetings.announced", by=by, about=meeting, sentence="De bijeenkomst is bekend.")
        tell_announced(meeting, by=by)
    return announcement


@transaction.atomic
def change(meeting: Meeting, plan: Plan, *, by: Any) -> Meeting:
    """Another time counts in calendars, and is told to who heard of it."""
    meeting = _locked(meeting)
    before = (meeting.starts_at, meeting.ends_by, meeting.title)
    when, was, address = meeting.starts_at, meeting.title, meeting.get_absolute_url()
    _take_on(meeting, plan, purpose=plan.purpose)
    tell_otherwise(meeting, was=was, address=address)
    _tell_calendars(meeting, counts=before != (plan.starts_at, plan.ends_by, plan.title),
                    tells=when != plan.starts_at, by=by)  # fmt: skip
    return meeting


@transaction.atomic
def change_practical(meeting: Meeting, practical: Practical, *, by: Any) -> Meeting:
    """Another place counts in calendars, and is told to who heard of it."""
    meeting = _locked(meeting)
    before = (meeting.place, meeting.address)
    for name in ("place", "address", "reachable", "places", "guests_each"):
        setattr(meeting, name, getattr(practical, name))
    meeting.save()
    moved = before != (meeting.place, meeting.address)
    _tell_calendars(meeting, counts=moved, tells=moved, by=by)
    return meeting


@transaction.atomic
def cancel(meeting: Meeting, reason: str, *, by: Any) -> Cancellation:
    """It does not go on. The page stays, with the reason. Cancelled already is fine."""
    meeting = _locked(meeting)
    cancellation, is_new = Cancellation.objects.get_or_create(
        meeting=meeting, defaults={"by": by, "reason": reason}
    )
    if is_new:
        meeting.sequence += 1
        meeting.save(update_fields=["sequence", "changed_at"])
        record(
            "meetings.cancelled", by=by, about=meeting, sentence="De bijeenkomst gaat niet door."
        )
        if meeting.is_announced:
            tell_cancelled(meeting, reason, by=by)
    return cancellation


@transaction.atomic
def withdraw_announcement(meeting: Meeting, *, by: Any) -> None:
    """A draft again: after a flag, or when it was shown too early."""
    Announcement.objects.filter(meeting=meeting).delete()
    record(
        "meetings.withdrawn", by=by, about=meeting, sentence="De bijeenkomst is weer een concept."
    )
    _index(_locked(meeting))


def length_changed(meeting: Meeting) -> None:
    """The programme became longer or shorter: calendars hear of another end."""
    locked = _locked(meeting)
    locked.sequence += locked.is_announced
    locked.save(update_fields=["sequence", "changed_at"])
    index(locked)


def _tell_calendars(meeting: Meeting, *, counts: bool, tells: bool, by: Any) -> None:
    if counts:
        meeting.sequence += 1
        meeting.save(update_fields=["sequence", "changed_at"])
    _index(meeting)
    record("meetings.changed", by=by, about=meeting, sentence="De bijeenkomst is veranderd.")
    if tells and meeting.is_announced and not meeting.is_cancelled:
        tell_changed(meeting, by=by)


def _take_on(meeting: Meeting, plan: Plan, *, purpose: str) -> None:
    meeting.title, meeting.slug = plan.title, slug_of(plan.title)
    meeting.purpose, meeting.circle, meeting.audience = purpose, plan.circle, plan.audience
    meeting.starts_at, meeting.ends_by, meeting.zone = plan.starts_at, plan.ends_by, plan.zone
    meeting.save()
    meeting.themes.set(plan.themes)


def _index(meeting: Meeting) -> None:
    index(meeting)
    index_many(meeting.questions.all())


def _locked(meeting: Meeting) -> Meeting:
    return Meeting.objects.select_for_update().get(pk=meeting.pk)
