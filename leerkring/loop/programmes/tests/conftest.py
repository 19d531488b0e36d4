"""Plain factories: files to hand over, an intake, a programme with and without one, browsers."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

import numpy as np
import pytest
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from leerkring.loop.programmes.actions import start_programme, take_in
from leerkring.loop.programmes.intake import HandedFile, Intake, read_intake
from leerkring.loop.programmes.models import Participation, Programme
from leerkring.network.people.actions import join_team
from leerkring.network.people.models import Person, Team
from leerkring.network.people.slugs import slug_of

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
CODES = ("IK1", "IK2", "WIJ1", "WIJ2", "WK1", "WK2")
INSTRUMENT = "code,dimensie,competentie,stelling,omgekeerd,laag,hoog,doel\n" + "".join(
    f"{code},{side},{what},Stelling {code}.,nee,1,5,3.5\n"
    for code, side, what in zip(
        CODES,
        ("Ik", "Ik", "Wij", "Wij", "Wijk", "Wijk"),
        ("contact", "signaleren", "veilig leren", "gedeelde opdracht", "verbinden", "wijkkennis"),
        strict=True,
    )
)


@pytest.fixture(scope="session")
def teams_csv() -> Callable[..., str]:
    def make(*names: str, organisation: str = "Dichtbij", town: str = "Merestad") -> str:
        rows = "".join(f'"{name}",{organisation},WK000101,{town},12\n' for name in names)
        return f"team,organisatie,wijk,gemeente,leden\n{rows}"

    return make


@pytest.fixture(scope="session")
def answers_csv() -> Callable[[Mapping[str, int]], str]:
    """`answers_csv({"Noord": 12})`: twelve rows for Noord, each a little different."""

    def make(people: Mapping[str, int], *, separator: str = ",") -> str:
        draw = np.random.default_rng(7)
        lines = [separator.join(("team", *CODES))]
        for name, count in people.items():
            for row in draw.integers(1, 6, (count, len(CODES))):
                lines.append(separator.join((f'"{name}"', *map(str, row))))
        return "\n".join(lines) + "\n"

    return make


@pytest.fixture(scope="session")
def handed(
    teams_csv: Callable[..., str], answers_csv: Callable[..., str]
) -> Callable[..., dict[str, bytes]]:
    """The files of a good intake; each may be given instead; None leaves it out."""

    def make(**instead: str | bytes | None) -> dict[str, bytes]:
        files: dict[str, str | bytes | None] = {
            "teams": teams_csv("Noord", "Oost", "Zuid"),
            "answers": answers_csv({"Noord": 12, "Oost": 7, "Zuid": 4}),
            "instrument": INSTRUMENT,
            **instead,
        }
        return {
            k: v.encode() if isinstance(v, str) else v for k, v in files.items() if v is not None
        }

    return make


@pytest.fixture(scope="session")
def read(handed: Callable[..., dict[str, bytes]]) -> Callable[..., Intake]:
    """Those files, read."""

    def make(**instead: str | bytes | None) -> Intake:
        files = {k: HandedFile(f"{k}.csv", v) for k, v in handed(**instead).items()}
        return read_intake(**files)

    return make


@pytest.fixture
def person(db: None) -> Callable[[str], Person]:
    return someone


@pytest.fixture
def started(db: None) -> Callable[..., Programme]:
    return start


@pytest.fixture
def programme(started: Callable[..., Programme]) -> Programme:
    """One that waits for its files."""
    return started()


@pytest.fixture(scope="module")
def small_city(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    read: Callable[..., Intake],
) -> Iterator[int]:
    """Built once for a file of tests, and undone after it; such a file does not count rows of a
    programme of its own."""
    with django_db_blocker.unblock(), transaction.atomic():
        programme = start()
        take_in(programme, read(), by=None)
        noord = Team.objects.get(slug="noord")
        join_team(person=someone("Lid Noord"), team=noord, since=date(2026, 1, 5))
        yield programme.pk
        transaction.set_rollback(True)


@pytest.fixture
def taken_in(small_city: int, db: None) -> Programme:
    """One with three teams: Noord with twelve answers, Oost with seven, Zuid with four."""
    return Programme.objects.get(pk=small_city)


@pytest.fixture
def noord(taken_in: Programme) -> Participation:
    """Team Noord in that programme; «Lid Noord» works there."""
    return taken_in.participations.get(team__slug="noord")


@pytest.fixture
def browser_of(db: None) -> Callable[[str], Client]:
    def sign_in(name: str) -> Client:
        client = Client()
        client.force_login(someone(name), backend=BACKEND)
        return client

    return sign_in


@pytest.fixture
def coordinator(browser_of: Callable[[str], Client]) -> Client:
    return browser_of("Coördinator")


def someone(name: str) -> Person:
    known = Person.objects.filter(name=name).first()
    return known or Person.objects.create_user(f"{slug_of(name)}@voorbeeld.nl", name)


def start(name: str = "Week van het Wijkteam", by: str = "Coördinator") -> Programme:
    return start_programme(
        name=name,
        municipality="Merestad",
        starts_on=date(2026, 10, 5),
        ends_on=date(2026, 10, 9),
        budget=1000,
        by=someone(by),
    )
