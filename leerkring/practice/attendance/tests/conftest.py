"""Plain factories: a meeting that is announced, people who are asked, replies."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from leerkring.network.people.actions import organisation_named
from leerkring.network.people.models import Person
from leerkring.network.people.slugs import slug_of
from leerkring.network.profiles.actions import keep_profile
from leerkring.practice.attendance.invite_actions import invite, invite_people
from leerkring.practice.attendance.models import Reply
from leerkring.practice.attendance.people_lines import Asked
from leerkring.practice.attendance.reply_actions import Answer, reply_to
from leerkring.practice.meetings.models import (
    Announcement,
    Audience,
    Invitation,
    Meeting,
    Role,
)

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def someone(name: str, organisation: str = "") -> Person:
    """The person with this name; whoever is new gets an account, and perhaps an organisation."""
    found = Person.objects.filter(name=name).first()
    if found is not None:
        return found
    person = Person.objects.create_user(f"{slug_of(name)}@voorbeeld.example", name)
    if organisation:
        keep_profile(person, name=name, organisation=organisation_named(organisation))
    return person


def a_meeting(title: str = "Werkmiddag", *, announced: bool = True, **chosen: Any) -> Meeting:
    """In ten days, led by «Organisator», with what is chosen of it."""
    meeting = Meeting.objects.create(
        **{
            "title": title,
            "slug": slug_of(title),
            "audience": Audience.INVITED,
            "starts_at": timezone.now() + timedelta(days=10),
            "place": "Huis van de Wijk",
            **chosen,
        }
    )
    Role.objects.create(meeting=meeting, person=someone("Organisator"), kind=Role.Kind.ORGANISER)
    if announced:
        Announcement.objects.create(meeting=meeting)
    return meeting


def ask(meeting: Meeting, *names: str, work: str = "") -> list[Invitation]:
    """Partners without an account, by their first names."""
    people = [Asked(name, f"{slug_of(name)}@partner.example", work) for name in names]
    invite(meeting, people, by=None)
    return [Invitation.objects.get(meeting=meeting, email=one.email) for one in people]


def ask_people(meeting: Meeting, *names: str) -> list[Invitation]:
    people = [someone(name) for name in names]
    invite_people(meeting, people, by=None)
    return [Invitation.objects.get(meeting=meeting, person=person) for person in people]


def says(invitation: Invitation, word: str = "ja", **more: Any) -> Reply:
    return reply_to(invitation, Answer(word, **more))


def crowd(meeting: Meeting, **sizes: int) -> list[Invitation]:
    """So many people of each organisation, all of whom come."""
    asked = [
        one
        for work, size in sizes.items()
        for one in ask(meeting, *[f"{work} {n}" for n in range(size)], work=work)
    ]
    Reply.objects.bulk_create(Reply(invitation=one, says="ja") for one in asked)
    return asked


@pytest.fixture
def browser_of(db: None) -> Callable[[str], Client]:
    def sign_in(name: str) -> Client:
        client = Client()
        client.force_login(someone(name), backend=BACKEND)
        return client

    return sign_in
