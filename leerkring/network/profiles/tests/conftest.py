"""Plain factories: a person with a profile, a theme, who knows whom, a browser."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client

from leerkring.network.people.actions import organisation_named
from leerkring.network.people.models import Person
from leerkring.network.people.slugs import slug_of
from leerkring.network.profiles import registry
from leerkring.network.profiles.actions import keep_profile
from leerkring.network.profiles.models import Profile
from leerkring.network.themes.actions import add_theme
from leerkring.network.themes.models import Theme, ThemeName

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def person(db: None) -> Callable[..., Person]:
    def make(name: str = "Noor de Wit") -> Person:
        return Person.objects.create_user(f"{slug_of(name)}@voorbeeld.nl", name)

    return make


@pytest.fixture
def theme(db: None) -> Callable[..., Theme]:
    def make(name: str = "Hechting") -> Theme:
        known = ThemeName.objects.filter(name=name).first()
        return known.theme if known else add_theme(name, by=None)

    return make


@pytest.fixture
def profile(person: Callable[..., Person], theme: Callable[..., Theme]) -> Callable[..., Profile]:
    """Everything filled in, seen as by default; `name_seen=3` and the like change that."""

    def make(name: str = "Noor de Wit", **told: Any) -> Profile:
        given = {
            "organisation": organisation_named("Dichtbij"),
            "position": "Gezinscoach",
            "sector": "wijkteam",
            "region": "Merestad",
            "sentence": "Ik luister graag.",
            "questions_a_month": 2,
            "expertise": [theme("Hechting")],
            "themes": [theme("Armoede")],
        }
        return keep_profile(person(name), name=name, **{**given, **told})

    return make


@pytest.fixture
def ties() -> Iterator[dict[int, set[int]]]:
    """Who is in a circle with whom, by id; filled in by the test."""
    known: dict[int, set[int]] = {}

    def ties_of(person: Any) -> set[int]:
        return known.get(person.pk, set())

    registry.register_ties(ties_of)
    yield known
    registry._ties.remove(ties_of)


@pytest.fixture
def browser_of(client: Client) -> Callable[[Person], Client]:
    def sign_in(person: Person) -> Client:
        client.force_login(person, backend=BACKEND)
        return client

    return sign_in
