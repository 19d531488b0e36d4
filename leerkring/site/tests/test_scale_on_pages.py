"""A round on seven points is drawn on seven points, on every page that shows it."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from leerkring.loop.newspapers.actions import begin_edition
from leerkring.loop.newspapers.queries import captured
from leerkring.loop.programmes.actions import start_programme, take_in
from leerkring.loop.programmes.intake import Intake
from leerkring.loop.programmes.models import Participation, Programme
from leerkring.network.people.models import Person

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
FIGURE = re.compile(r"<text[^>]*>\s*7\s*<")


@pytest.fixture
def noord(db: None, intake_of: Callable[..., Intake]) -> Participation:
    person = Person.objects.create_user("noor@voorbeeld.nl", "Noor")
    programme = start_programme(
        name="Week",
        municipality="Merestad",
        starts_on=date(2026, 10, 5),
        ends_on=date(2026, 10, 9),
        budget=0,
        by=person,
    )
    take_in(programme, intake_of([("Noord", 12), ("Zuid", 12)], high=7, answer=6), by=person)
    return Participation.objects.get(team__slug="noord")


def page(client: Client, url: str) -> str:
    client.force_login(Person.objects.get(), backend=BACKEND)
    return client.get(url).content.decode()


def test_the_team_and_the_city(noord: Participation, client: Client) -> None:
    programme: Programme = noord.programme
    for name, more in (("team", ["noord"]), ("city", [])):
        text = page(client, reverse(name, args=[programme.pk, programme.slug, *more]))
        assert FIGURE.search(text), name
        assert "5,0 of hoger" not in text and "4,5 of hoger" not in text


def test_the_session_and_the_paper(noord: Participation, client: Client) -> None:
    noord.session.facilitator = Person.objects.get()
    noord.session.save()
    assert FIGURE.search(page(client, reverse("session", args=[noord.session.pk])))
    chart = captured(begin_edition(noord)).chart
    assert chart is not None
    assert (chart.low, chart.high) == (1, 7)
    assert {line.value for line in chart.lines} == {6.0}
