"""Plain factories: people, a circle, dilemmas, browsers."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from leerkring.network.circles.models import Circle, Membership, Role
from leerkring.network.people.models import Person
from leerkring.practice.dilemmas.actions import Put, put_dilemma
from leerkring.practice.dilemmas.models import Dilemma

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
People = Callable[..., Person]


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
def person(circle: Circle) -> People:
    """Somebody, in the circle when a role is given."""

    def make(name: str, role: str = "", **more: Any) -> Person:
        made = Person.objects.create_user(f"{name.lower()}@voorbeeld.nl", name)
        Person.objects.filter(pk=made.pk).update(**more)
        made.refresh_from_db()
        if role:
            now = timezone.now()
            Membership.objects.create(circle=circle, person=made, role=role, since=now)
        return made

    return make


@pytest.fixture
def author(person: People) -> Person:
    return person("Roos", Role.MEMBER)


@pytest.fixture
def put(circle: Circle, author: Person) -> Callable[..., Dilemma]:
    def make(audience: str = "kring", **words: Any) -> Dilemma:
        said = {"title": "Melden of praten?", "one_side": "Veilig", "other_side": "Samen", **words}
        return put_dilemma(Put(audience=audience, circle=circle, **said), by=author)

    return make


@pytest.fixture
def browser_of(db: None) -> Callable[[Person], Client]:
    def sign_in(someone: Person) -> Client:
        client = Client()
        client.force_login(someone, backend=BACKEND)
        return client

    return sign_in
