"""Small scans around a meeting: who asks, who reads what came of it, and of whom it is."""

from collections.abc import Callable
from typing import Any

from django.db.models import Q

from leerkring.network.people.models import Person
from leerkring.practice.meetings.models import Invitation, Meeting, Role
from leerkring.practice.pulses.registry import Subject
from leerkring.practice.pulses.wordings import SubjectWords

Absent = Callable[[Meeting], set[int]]
_absent: list[Absent] = []


def register_absent(absent: Absent) -> None:
    """A room above tells who said no or did not come, as ids of persons."""
    _absent[:] = [absent]


def people_of(meeting: Meeting) -> Any:
    """Who may have something to tell of it: without who said no and who did not come."""
    away = {pk for absent in _absent for pk in absent(meeting)}
    return everybody_of(meeting).exclude(pk__in=away)


def everybody_of(meeting: Meeting) -> Any:
    """With an account: who was asked to come, and who does something there."""
    return Person.objects.filter(
        Q(pk__in=Invitation.objects.filter(meeting=meeting).values("person"))
        | Q(pk__in=Role.objects.filter(meeting=meeting).values("person")),
        is_active=True,
    )


def size_of(meeting: Meeting) -> int | None:
    """How many may answer: who was asked; nobody was when it is open to all."""
    return Invitation.objects.filter(meeting=meeting).count() or None


MEETINGS = Subject(
    model=Meeting,
    key="dag",
    words=SubjectWords("bijeenkomst", members="iedereen die de bijeenkomst ziet", reported=True),
    led_by=Meeting.objects.led_by,
    read_by=Meeting.objects.visible_to,
    people=people_of,
    around=everybody_of,
    begins=lambda meeting: meeting.starts_at,
    size=size_of,
    is_open=lambda meeting: meeting.is_announced and not meeting.is_cancelled,
    circle=lambda meeting: meeting.circle_id,
)
