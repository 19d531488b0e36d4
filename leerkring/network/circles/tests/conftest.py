"""Plain factories: people with an organisation, a circle of any kind, browsers."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from leerkring.network.circles.actions import Settings, start_circle
from leerkring.network.circles.entry_actions import accept, invite
from leerkring.network.circles.models import Circle, Membership
from leerkring.network.people.actions import organisation_named
from leerkring.network.people.models import Person
from leerkring.network.people.slugs import slug_of
from leerkring.network.profiles.actions import keep_profile

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
LONG_AGO = date(2026, 1, 1)


def someone(name: str, organisation: str = "") -> Person:
    """The person with this name; whoever is new gets an account, and perhaps an organisation."""
    found = Person.objects.filter(name=name).first()
    if found is not None:
        return found
    person = Person.objects.create_user(f"{slug_of(name)}@voorbeeld.invalid", name)
    if organisation:
        keep_profile(person, name=name, organisation=organisation_named(organisation))
    return person


def moderator(name: str = "Moderator") -> Person:
    person = someone(name)
    person.moderates = True
    person.save()
    return person


def begin(kind: str = "werkgroep", name: str = "Samen", **chosen: Any) -> Circle:
    """A circle of which «Eigenaar» is the owner."""
    settings = Settings.usual_for(kind, name, "Samen leren.", **chosen)
    return start_circle(kind, settings, by=someone("Eigenaar"))


def bring_in(circle: Circle, person: Person, role: str = "member") -> Membership:
    return accept(invite(circle, person=person, role=role, by=None), agreed=True)


@pytest.fixture
def browser_of(db: None) -> Callable[[Person], Client]:
    def sign_in(person: Person) -> Client:
        client = Client()
        client.force_login(person, backend=BACKEND)
        return client

    return sign_in
