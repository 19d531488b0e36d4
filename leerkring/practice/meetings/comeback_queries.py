"""Which dilemmas come back: those of the meetings before, while they are open."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from leerkring.practice.dilemmas.models import Dilemma
from leerkring.practice.meetings.line_queries import following
from leerkring.practice.meetings.models import Block, Meeting, Raised
from leerkring.practice.meetings.page_queries import meetings_before

MOST = 10


def coming_back(person: Any, meeting: Meeting) -> QuerySet[Dilemma]:
    """What was on the table at the last meetings of the same circle, and those that this one
    follows, and lies open, as far as this person may read it; never what was on this programme
    before. The newest first."""
    before = meetings_before(person, meeting)
    planned = Block.objects.filter(meeting__in=before, dilemma__isnull=False)
    came_up = Raised.objects.filter(meeting__in=before, told_at__isnull=False)
    rows = Dilemma.objects.visible_to(person).open()
    rows = rows.filter(Q(pk__in=planned.values("dilemma")) | Q(pk__in=came_up.values("dilemma")))
    known = Raised.objects.filter(meeting=meeting).values("dilemma")
    on_it = meeting.blocks.filter(dilemma__isnull=False).values("dilemma")
    return rows.exclude(pk__in=known).exclude(pk__in=on_it)


def next_after(meeting: Meeting) -> Meeting | None:
    """The first that is still to come, of the same circle or made after this one."""
    after = Q(pk__in=following(meeting.pk))
    if meeting.circle_id is not None:
        after |= Q(circle=meeting.circle_id)
    rows = Meeting.objects.filter(after, starts_at__gt=timezone.now(), cancellation=None)
    rows = rows.filter(starts_at__gt=meeting.starts_at)
    return rows.order_by("starts_at", "pk").first()


def on_the_table() -> QuerySet[Raised]:
    """Still on the programme of a meeting that was made known and goes on."""
    there = Block.objects.filter(meeting=OuterRef("meeting"), dilemma=OuterRef("dilemma"))
    rows = Raised.objects.filter(Exists(there), dilemma__retraction=None)
    return rows.filter(meeting__announcement__isnull=False, meeting__cancellation=None)


def meetings_with(person: Any, dilemma: int) -> list[tuple[str, str]]:
    """What is to come, as far as this person sees it, with a dilemma on its programme."""
    on_it = Block.objects.filter(dilemma=dilemma).values("meeting")
    rows = Meeting.objects.visible_to(person).announced().filter(pk__in=on_it, cancellation=None)
    rows = rows.filter(starts_at__gt=timezone.now()).order_by("starts_at", "pk")
    return [(row.title, row.get_absolute_url()) for row in rows[:MOST]]
