"""Plain factories: people, a team of them, a circle that some are in, browsers."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from leerkring.network.circles.models import Circle, Membership, Role
from leerkring.network.people.actions import join_team, municipality_named, organisation_named
from leerkring.network.people.models import Person, Team

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
People = Callable[..., Person]
TODAY = date(2026, 11, 23)


@pytest.fixture
def person(db: None) -> People:
    def make(name: str, **more: Any) -> Person:
        made = Person.objects.create_user(f"{name.lower()}@voorbeeld.nl", name)
        Person.objects.filter(pk=made.pk).update(**more)
        made.refresh_from_db()
        return made

    return make


@pytest.fixture
def team(db: None) -> Team:
    return Team.objects.create(
        name="Wijkteam Zuid",
        slug="wijkteam-zuid",
        organisation=organisation_named("De Brug"),
        municipality=municipality_named("Zeestad"),
    )


@pytest.fixture
def member(person: People, team: Team) -> People:
    def make(name: str) -> Person:
        made = person(name)
        join_team(person=made, team=team, since=date(2026, 1, 1))
        return made

    return make


@pytest.fixture
def circle(db: None) -> Circle:
    return Circle.objects.create(
        kind="werkgroep",
        name="Samen om tafel",
        slug="samen-om-tafel",
        purpose="Samen aan tafel komen.",
        joining="vrij",
        visibility="openbaar",
    )


@pytest.fixture
def joined(circle: Circle) -> Callable[..., Person]:
    def join(someone: Person, role: str = Role.MEMBER) -> Person:
        now = timezone.now()
        Membership.objects.create(circle=circle, person=someone, role=role, since=now)
        return someone

    return join


@pytest.fixture
def browser_of(db: None) -> Callable[[Person], Client]:
    def sign_in(someone: Person) -> Client:
        client = Client()
        client.force_login(someone, backend=BACKEND)
        return client

    return sign_in
