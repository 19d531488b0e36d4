"""A team's session, and a circle: people are asked around these."""

from typing import Any

from django.db.models import Q, QuerySet

from leerkring.network.circles.models import Circle
from leerkring.network.circles.models import Membership as Place
from leerkring.network.people.models import Person
from leerkring.practice.gatherings.models import Session
from leerkring.practice.pulses.registry import Subject
from leerkring.practice.pulses.wordings import SubjectWords


def in_the_team(session: Session) -> QuerySet[Person]:
    now = Q(memberships__team=session.team_id, memberships__until=None)
    return Person.objects.filter(now).distinct()


def around_the_session(session: Session) -> QuerySet[Person]:
    ever = Q(memberships__team=session.team_id) | Q(pk=session.facilitator_id)
    return Person.objects.filter(ever).distinct()


def guided_by(person: Any) -> QuerySet[Circle]:
    return Circle.objects.filter(pk__in=Place.objects.of(person).guiding().values("circle"))


def in_the_circle(circle: Circle) -> QuerySet[Person]:
    return Person.objects.filter(pk__in=circle.memberships.running().values("person"))


def around_the_circle(circle: Circle) -> QuerySet[Person]:
    return Person.objects.filter(pk__in=circle.memberships.values("person"))


SESSIONS = Subject(
    model=Session,
    key="sessie",
    words=SubjectWords("sessie", members="je team"),
    led_by=Session.objects.facilitated_by,
    read_by=Session.objects.writable_by,
    people=in_the_team,
    around=around_the_session,
    runs=lambda session, person: session.facilitator_id == person.pk,
    begins=lambda session: session.starts_at,
    size=lambda session: session.team.size,
)
CIRCLES = Subject(
    model=Circle,
    key="groep",
    words=SubjectWords("bijeenkomst", members="iedereen in de groep", back="De groep"),
    led_by=guided_by,
    read_by=Circle.objects.of,
    people=in_the_circle,
    around=around_the_circle,
    size=lambda circle: circle.memberships.running().count(),
    is_open=lambda circle: not circle.is_archived,
    circle=lambda circle: circle.pk,
)
