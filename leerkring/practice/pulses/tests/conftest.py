"""Plain factories: a team with a session that its facilitator leads, and answers to a pulse."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from leerkring.network.people.actions import join_team
from leerkring.network.people.models import Municipality, Organisation, Person, Team
from leerkring.practice.gatherings.models import Session
from leerkring.practice.pulses.actions import ask_pulse, hand_in
from leerkring.practice.pulses.kinds import Kind
from leerkring.practice.pulses.models import Pulse

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def someone(name: str) -> Person:
    email = f"{name.lower().replace(' ', '.')}@voorbeeld.invalid"
    return Person.objects.filter(email=email).first() or Person.objects.create_user(email, name)


def a_session(
    name: str = "Wijkteam Noord", *, size: int | None = 8, starts_at: datetime | None = None
) -> Session:
    """Two hours ago, unless it says otherwise; led by «Gespreksleider», with one member «Lid»."""
    city, _ = Municipality.objects.get_or_create(slug="stad", defaults={"name": "Stad"})
    employer, _ = Organisation.objects.get_or_create(slug="de-wal", defaults={"name": "De Wal"})
    slug = name.lower().replace(" ", "-")
    team = Team.objects.create(
        name=name, slug=slug, organisation=employer, municipality=city, size=size
    )
    join_team(person=someone("Lid"), team=team, since=date(2026, 1, 1))
    return Session.objects.create(
        team=team,
        facilitator=someone("Gespreksleider"),
        starts_at=starts_at or timezone.now() - timedelta(hours=2),
    )


def asked(kind: Kind = Kind.AFTER, session: Session | None = None, **chosen: object) -> Pulse:
    return ask_pulse(session or a_session(), kind, by=None, **chosen)


def send(pulse: Pulse, *rows: Sequence[int], text: str = "") -> None:
    """Each row is what one person tapped, in the order of the statements; the first one writes."""
    start = pulse.receipts.count()
    for number, row in enumerate(rows):
        hand_in(
            pulse,
            mark=f"telefoon {start + number}",
            answers=bytes(row),
            text=text if number == 0 else "",
        )


def open_now(pulse: Pulse) -> Pulse:
    """A pulse that waited is open from an hour ago."""
    now = timezone.now()
    pulse.opens_at, pulse.closes_at = now - timedelta(hours=1), now + timedelta(days=20)
    pulse.save()
    return pulse


@pytest.fixture
def browser_of(db: None) -> Callable[[str], Client]:
    def sign_in(name: str) -> Client:
        client = Client()
        client.force_login(someone(name), backend=BACKEND)
        return client

    return sign_in
