"""Plain factories: people, a circle, somebody who knows of a theme, and questions."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from leerkring.exchange.questions.actions import Asked, ask
from leerkring.exchange.questions.models import Question
from leerkring.network.circles.models import Circle, Membership, Role
from leerkring.network.people.models import Person
from leerkring.network.profiles.models import Expertise, Profile
from leerkring.network.themes.actions import add_theme
from leerkring.network.themes.models import Theme

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
People = Callable[..., Person]


@pytest.fixture
def person(db: None) -> People:
    def make(name: str, **more: Any) -> Person:
        made = Person.objects.create_user(f"{name.lower()}@voorbeeld.nl", name)
        Person.objects.filter(pk=made.pk).update(**more)
        made.refresh_from_db()
        return made

    return make


@pytest.fixture
def theme(db: None) -> Theme:
    return add_theme("Thuiszitters", by=None)


@pytest.fixture
def expert(person: People, theme: Theme) -> People:
    """Somebody who knows of the theme and wants to be asked so many times a month."""

    def make(name: str, limit: int = 3) -> Person:
        made = person(name)
        profile = Profile.objects.create(person=made, sort_name=name, questions_a_month=limit)
        Expertise.objects.create(profile=profile, theme=theme)
        return made

    return make


@pytest.fixture
def asker(person: People) -> Person:
    return person("Vraagje")


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
def asked(asker: Person) -> Callable[..., Question]:
    def make(title: str = "Hoe help je een thuiszitter?", **more: Any) -> Question:
        by, behalf, now = more.pop("by", asker), more.pop("on_behalf", False), more.pop("now", None)
        more = {"audience": "openbaar", **more}
        return ask(Asked(title, **more), by=by, on_behalf=behalf, now=now)

    return make


@pytest.fixture
def browser_of() -> Callable[[Any], Client]:
    def sign_in(someone: Person | None) -> Client:
        client = Client()
        if someone is not None:
            client.force_login(someone, backend=BACKEND)
        return client

    return sign_in
