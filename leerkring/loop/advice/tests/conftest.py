"""A small city of six teams with a closed round, a catalogue of two offers, and browsers."""

from collections.abc import Callable, Iterator
from datetime import date

import numpy as np
import pytest
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from leerkring.loop.advice.offers import Offer
from leerkring.loop.programmes.actions import start_programme, take_in
from leerkring.loop.programmes.intake import Intake
from leerkring.loop.programmes.models import Participation, Programme, Role
from leerkring.network.people.models import Person
from leerkring.network.people.slugs import slug_of
from leerkring.network.people.team_files import TeamRow
from leerkring.practice.gatherings.actions import wish_for
from leerkring.practice.scans.answers import Answers
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instruments import Instrument, Item

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
TEAMS = ("een", "twee", "drie", "vier", "vijf", "zes")
COMPETENCES = {
    Dimension.SELF: ("contact", "signaleren"),
    Dimension.TEAM: ("veilig leren", "gedeelde opdracht"),
    Dimension.DISTRICT: ("verbinden", "wijkkennis"),
}


def small_intake() -> Intake:
    """Everyone answers low, so that every team is short of everything."""
    items = tuple(
        Item(f"{name[:4]}{number}", side, name, f"Stelling {number} over {name}.")
        for side, names in COMPETENCES.items()
        for name in names
        for number in "12"
    )
    numbers = np.repeat(np.arange(len(TEAMS)), 12)
    values = np.random.default_rng(3).integers(1, 4, (len(numbers), len(items)), dtype=np.uint8)
    return Intake(
        instrument=Instrument("Twaalf", "1", items, 1, 5, dict.fromkeys(Dimension, 3.5)),
        teams=tuple(
            TeamRow(name.capitalize(), "Dichtbij", "", "Merestad", 12, 2) for name in TEAMS
        ),
        answers=Answers(TEAMS, numbers, values),
        slugs=TEAMS,
    )


def someone(name: str) -> Person:
    known = Person.objects.filter(name=name).first()
    return known or Person.objects.create_user(f"{slug_of(name)}@voorbeeld.nl", name)


def start() -> Programme:
    return start_programme(
        name="Week van het Wijkteam",
        municipality="Merestad",
        starts_on=date(2026, 10, 5),
        ends_on=date(2026, 10, 9),
        budget=0,
        by=someone("Coördinator"),
    )


@pytest.fixture(scope="module")
def small_city(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[int]:
    """Built once for a file of tests, and undone after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        programme = start()
        take_in(programme, small_intake(), by=None)
        adviser = someone("Adviseur")
        Role.objects.create(programme=programme, person=adviser, kind=Role.Kind.ADVISER)
        yield programme.pk
        transaction.set_rollback(True)


@pytest.fixture
def programme(small_city: int, db: None) -> Programme:
    return Programme.objects.get(pk=small_city)


@pytest.fixture
def waiting(programme: Programme) -> Programme:
    """Another programme, that has not taken in anything yet."""
    return start()


@pytest.fixture
def ask(programme: Programme) -> Callable[..., None]:
    """`ask("contact", "een", "twee")`: these teams wish to be trained in it, and in no more."""

    def wish(competence: str, *teams: str) -> None:
        for team in teams:
            participation = Participation.objects.get(programme=programme, team__slug=team)
            wish_for(participation.session, [competence])

    return wish


@pytest.fixture(scope="session")
def offer() -> Callable[..., Offer]:
    def make(code: str = "A1", **changes: object) -> Offer:
        given: dict[str, object] = {
            "code": code,
            "title": f"Training {code}",
            "provider": "Opleiders",
            "competences": ("contact",),
            "form": "training",
            "half_days": 2,
            "places": 15,
            "price": 500,
            "runs": 6,
            "per": "groep",
            "description": "Twee dagdelen.",
        }
        return Offer(**{**given, **changes})

    return make


@pytest.fixture
def browser_of(db: None) -> Callable[[str], Client]:
    def sign_in(name: str) -> Client:
        client = Client()
        client.force_login(someone(name), backend=BACKEND)
        return client

    return sign_in
