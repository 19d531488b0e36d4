"""What is new about meetings: by when it was told, and not by the day of the meeting."""

from copy import copy
from datetime import datetime
from typing import Any

from django.db.models import BooleanField, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce

from leerkring.foundation.statements.made_once import made_once
from leerkring.network.circles.models import Membership
from leerkring.network.themes.models import Following
from leerkring.practice.meetings.models import Invitation, Meeting

MOST = 12


def newly_told(person: Any, now: datetime) -> list[Meeting]:
    """Meetings that this person sees, with a report, or still to come and not one to which they
    were asked (that they hear otherwise). What was told last is first, after what is of their own
    circles and themes: `is_near`. `told_at` is when; `reported_at` and `lead` (as brought out)
    are None without a report.
    """
    reader = copy(person)
    if person.is_authenticated:
        reader.moderates = False  # what somebody only looks into, for a while, is no news of theirs
    return _told(reader, now)


@made_once
def _told(person: Any, now: datetime) -> QuerySet[Meeting]:
    coming = Q(cancellation=None, starts_at__gt=now)
    near: Any = Value(False, output_field=BooleanField())
    if person.is_authenticated:
        asked = Invitation.objects.filter(person=person, meeting=OuterRef("pk"))
        coming, near = coming & ~Exists(asked), _near(person)
    rows = Meeting.objects.visible_to(person).announced().select_related("report")
    rows = rows.filter(coming | Q(report__publication__isnull=False))
    reported = F("report__publication__at")
    told = Coalesce(reported, F("announcement__at"))
    lead = KeyTextTransform("lead", "report__publication__content")
    rows = rows.annotate(told_at=told, reported_at=reported, lead=lead, is_near=near)
    return rows.order_by("-is_near", "-told_at", "-pk")[:MOST]


def _near(person: Any) -> Coalesce:
    themes = Following.objects.filter(person=person).values("theme")
    about = Meeting.themes.through.objects.filter(meeting=OuterRef("pk"), theme__in=themes)
    theirs = Q(circle__in=Membership.objects.of(person).values("circle"))
    # a meeting of no circle is neither in nor out of theirs, and would go by «unknown»
    return Coalesce(theirs | Q(Exists(about)), False, output_field=BooleanField())
