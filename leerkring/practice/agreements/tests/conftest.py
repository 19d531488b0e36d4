"""Plain factories: two organisations in one circle, people of each, agreements, browsers."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from leerkring.network.circles.models import Circle, Membership, Role
from leerkring.network.people.actions import organisation_named
from leerkring.network.people.models import Person
from leerkring.practice.agreements.actions import Promised, promise
from leerkring.practice.agreements.models import Agreement

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
People = Callable[..., Person]
START = datetime(2026, 9, 7, 9, tzinfo=UTC)


@pytest.fixture
def circle(db: None) -> Circle:
    return Circle.objects.create(
        kind="kernpartners",
        name="Kernpartners",
        slug="kernpartners",
        purpose="Samen om het gezin.",
        joining="vrij",
        visibility="leden",
    )


@pytest.fixture
def person(circle: Circle) -> People:
    """Somebody of an organisation, in the circle unless told otherwise."""

    def make(name: str, house: str = "", role: str = Role.MEMBER, **more: Any) -> Person:
        made = Person.objects.create_user(f"{name.lower()}@voorbeeld.nl", name)
        Person.objects.filter(pk=made.pk).update(**more)
        made.refresh_from_db()
        if house:
            Membership.objects.create(
                circle=circle,
                person=made,
                role=role,
                since=timezone.now(),
                organisation=organisation_named(house),
            )
        return made

    return make


@pytest.fixture
def school(person: People) -> Person:
    return person("Sanne", "De School")


@pytest.fixture
def team(person: People) -> Person:
    return person("Tim", "Het Wijkteam")


@pytest.fixture
def agreed(circle: Circle, school: Person, team: Person) -> Callable[..., Agreement]:
    """The school promises the team something; or the team asks for it."""

    def make(by: Person | None = None, **words: Any) -> Agreement:
        words = {"circle": circle, "expectation": "Een belletje.", **words}
        return promise(
            Promised(task="De school belt binnen twee dagen", **words),
            promiser=organisation_named("De School"),
            receiver=organisation_named("Het Wijkteam"),
            promising=[school],
            receiving=[team],
            by=by or school,
            now=START,
        )

    return make


@pytest.fixture
def browser_of(db: None) -> Callable[[Person], Client]:
    def sign_in(someone: Person) -> Client:
        client = Client()
        client.force_login(someone, backend=BACKEND)
        return client

    return sign_in
