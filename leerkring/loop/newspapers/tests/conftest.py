"""A small city: three teams with their sessions, people, and browsers."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from io import BytesIO
from uuid import uuid4

import numpy as np
import pytest
from django.db import transaction
from django.test import Client
from PIL import Image
from pytest_django import DjangoDbBlocker

from leerkring.loop.newspapers.actions import begin_edition
from leerkring.loop.newspapers.models import Edition
from leerkring.loop.programmes.actions import start_programme, take_in
from leerkring.loop.programmes.intake import Intake
from leerkring.loop.programmes.models import Participation, Programme
from leerkring.network.people.actions import join_team
from leerkring.network.people.models import Person
from leerkring.network.people.slugs import slug_of
from leerkring.network.people.team_files import TeamRow
from leerkring.practice.gatherings.actions import add_commitment, add_quote, save_note
from leerkring.practice.gatherings.models import Session
from leerkring.practice.scans.answers import Answers
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instruments import Instrument, Item

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
TEAMS = {"noord": 12, "oost": 7, "zuid": 6}  # how many answered
NOTE = "Wij willen één gezicht voor elk gezin. Ook als we met zijn zessen meedenken."


def small_intake() -> Intake:
    items = tuple(
        Item(f"{d.value}{n}", d, f"{d.value}-zaak", f"Stelling {n}.")
        for d in Dimension
        for n in "12"
    )
    numbers = np.repeat(np.arange(len(TEAMS)), list(TEAMS.values()))
    values = np.random.default_rng(3).integers(1, 6, (len(numbers), 6), dtype=np.uint8)
    return Intake(
        instrument=Instrument("Zes", "1", items, 1, 5, dict.fromkeys(Dimension, 3.5)),
        teams=tuple(
            TeamRow(name.capitalize(), "Dichtbij", "Havenkwartier", "Merestad", 12, 2)
            for name in TEAMS
        ),
        answers=Answers(tuple(TEAMS), numbers, values),
        slugs=tuple(TEAMS),
    )


def someone(name: str) -> Person:
    known = Person.objects.filter(name=name).first()
    return known or Person.objects.create_user(f"{slug_of(name)}@voorbeeld.nl", name)


@pytest.fixture(scope="module")
def small_city(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[int]:
    """Built once for a file of tests, and undone after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        programme = start_programme(
            name="Week van het Wijkteam",
            municipality="Merestad",
            starts_on=date(2026, 10, 5),
            ends_on=date(2026, 10, 9),
            budget=0,
            by=someone("Coördinator"),
        )
        take_in(programme, small_intake(), by=None)
        start = datetime(2026, 10, 6, 11, tzinfo=UTC)
        for participation in programme.participations.select_related("team", "session"):
            name = participation.team.name
            join_team(person=someone(f"Lid {name}"), team=participation.team, since=date.min)
            leader = someone(f"Leider {name}")
            participation.session.plan(facilitator=leader, starts_at=start, place="")
        yield programme.pk
        transaction.set_rollback(True)


@pytest.fixture
def programme(small_city: int, db: None) -> Programme:
    return Programme.objects.get(pk=small_city)


@pytest.fixture
def team(programme: Programme) -> Callable[[str], Participation]:
    """`team("noord")`: its participation, with a session of which nothing is written yet."""

    def find(name: str) -> Participation:
        return programme.participations.get(team__slug=name)

    return find


@pytest.fixture
def write(db: None) -> Callable[..., None]:
    def save(session: Session, text: str = NOTE, question: str = "wij-willen") -> None:
        known = session.notes.filter(question=question).first()
        base = known.revision if known else 0
        save_note(session, question=question, text=text, base=base, save_id=uuid4(), by=None)

    return save


@pytest.fixture
def edition(team: Callable[[str], Participation], write: Callable[..., None]) -> Edition:
    """The paper of Noord, with two notes, a quote and a promise."""
    noord = team("noord")
    write(noord.session)
    write(noord.session, "Ik kom makkelijk binnen. Een kop thee helpt.", "ik-waar")
    add_quote(noord.session, entry_id=uuid4(), text="Ik moet blijven bellen.", speaker="Roos")
    add_commitment(
        noord.session, entry_id=uuid4(), text="Vanaf morgen bellen.", who="", look_back_on=None
    )
    return begin_edition(noord)


@pytest.fixture
def person(db: None) -> Callable[[str], Person]:
    return someone


@pytest.fixture
def browser_of(db: None) -> Callable[[str], Client]:
    def sign_in(name: str) -> Client:
        client = Client()
        client.force_login(someone(name), backend=BACKEND)
        return client

    return sign_in


@pytest.fixture(scope="session")
def samples_photo() -> bytes:
    out = BytesIO()
    Image.new("RGB", (60, 40), "#b3a47f").save(out, "JPEG")
    return out.getvalue()
