"""Plain factories: a person, an organisation, a municipality, a team, a row of a file."""

from collections.abc import Callable

import pytest

from leerkring.network.people.models import Municipality, Organisation, Person, Team
from leerkring.network.people.slugs import slug_of
from leerkring.network.people.team_files import TeamRow


@pytest.fixture
def person(db: None) -> Callable[..., Person]:
    def make(name: str = "Noor") -> Person:
        return Person.objects.create_user(f"{slug_of(name)}@voorbeeld.nl", name)

    return make


@pytest.fixture
def municipality(db: None) -> Callable[..., Municipality]:
    def make(name: str = "Merestad", code: str = "") -> Municipality:
        return Municipality.objects.create(name=name, slug=slug_of(name), code=code)

    return make


@pytest.fixture
def team(municipality: Callable[..., Municipality]) -> Callable[..., Team]:
    def make(name: str = "Noord", place: str = "Merestad") -> Team:
        known = Municipality.objects.filter(name=place).first()
        organisation, _ = Organisation.objects.get_or_create(
            slug="dichtbij", defaults={"name": "Dichtbij"}
        )
        return Team.objects.create(
            name=name,
            slug=slug_of(f"{name} {place}"),
            organisation=organisation,
            municipality=known or municipality(place),
        )

    return make


@pytest.fixture
def row(db: None) -> Callable[..., TeamRow]:
    def make(name: str = "Noord", **changes: object) -> TeamRow:
        given = {
            "organisation": "Dichtbij",
            "district": "",
            "municipality": "Merestad",
            "members": 9,
            "row": 2,
        }
        return TeamRow(name=name, **{**given, **changes})

    return make
