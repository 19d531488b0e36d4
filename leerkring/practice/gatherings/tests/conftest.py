"""Plain factories: a team with a facilitated session, browsers of people, a photo."""

import io
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from PIL import Image

from leerkring.network.people.actions import join_team, take_in_teams
from leerkring.network.people.models import Person
from leerkring.network.people.slugs import slug_of
from leerkring.network.people.team_files import TeamRow
from leerkring.practice.gatherings.actions import plan_session
from leerkring.practice.gatherings.models import Block, Session

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def person(db: None) -> Callable[[str], Person]:
    def make(name: str) -> Person:
        return Person.objects.create_user(f"{slug_of(name)}@voorbeeld.nl", name)

    return make


@pytest.fixture
def planned(person: Callable[[str], Person]) -> Callable[..., Session]:
    """A session of a team, with a facilitator and one member of the same first name."""

    def make(team: str = "Noord", minutes: dict[str, int] | None = None) -> Session:
        (made,) = take_in_teams([TeamRow(team, "Dichtbij", "", "Merestad", 9, 2)])
        join_team(person=person(f"Lid {team}"), team=made, since=date(2026, 1, 5))
        blocks = [
            Block(start_minute=0, minutes=length, form_code="x", title="X", dimension=dimension)
            for dimension, length in (minutes or {}).items()
        ]
        leader = person(f"Leider {team}")
        return plan_session(team=made, blocks=blocks, facilitator=leader)

    return make


@pytest.fixture
def session(planned: Callable[..., Session]) -> Session:
    return planned("Noord")


@pytest.fixture
def other(planned: Callable[..., Session]) -> Session:
    """A session of people who have nothing to do with the first."""
    return planned("Zuid")


@pytest.fixture
def browser_of() -> Callable[[Person], Client]:
    def sign_in(someone: Person) -> Client:
        client = Client()
        client.force_login(someone, backend=BACKEND)
        return client

    return sign_in


@pytest.fixture
def browser(session: Session, browser_of: Callable[[Person], Client]) -> Client:
    """That of the facilitator of the session."""
    return browser_of(session.facilitator)


@pytest.fixture
def photo_of() -> Callable[..., bytes]:
    def make(
        kind: str = "JPEG",
        size: tuple[int, int] = (60, 40),
        mode: str = "RGB",
        **how: object,
    ) -> bytes:
        out = io.BytesIO()
        Image.new("RGB", size, "#b3a47f").convert(mode).save(out, kind, **how)
        return out.getvalue()

    return make
