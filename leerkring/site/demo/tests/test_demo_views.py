"""One click and you are in, as somebody invented; only ever by a click."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerkring.network.people.models import Person
from leerkring.practice.meetings.models import Announcement, Meeting
from leerkring.site.demo.content import demo_people
from leerkring.site.demo.gatherings.guests import ask_guest, let_guest_promise, links_of_guest


@pytest.fixture
def cast(db: None) -> dict[str, Person]:
    return {p.key: Person.objects.create_user(p.email, p.name) for p in demo_people()}


def step_in(browser: Client, key: str) -> int:
    return browser.post(reverse("demo:stepping_in", args=[key])).status_code


def test_the_cast_is_shown_with_a_button_each(client: Client, db: None) -> None:
    page = client.get(reverse("demo:cast")).content.decode()
    for person in demo_people():
        assert person.name in page
        assert f'action="{reverse("demo:stepping_in", args=[person.key])}"' in page


@pytest.mark.parametrize("key", [person.key for person in demo_people()])
def test_a_click_signs_in_and_leads_home(key: str, client: Client, cast: dict[str, Person]) -> None:
    response = client.post(reverse("demo:stepping_in", args=[key]))
    assert (response.status_code, response["Location"]) == (302, reverse("home"))
    assert get_user(client) == cast[key]


def test_a_second_click_makes_you_somebody_else(client: Client, cast: dict[str, Person]) -> None:
    step_in(client, "coordinator")
    step_in(client, "professional")
    assert get_user(client) == cast["professional"]


def test_a_link_signs_nobody_in(client: Client, cast: dict[str, Person]) -> None:
    assert client.get(reverse("demo:stepping_in", args=["coordinator"])).status_code == 405
    assert not get_user(client).is_authenticated


def test_only_the_cast_can_be_stepped_into(client: Client, cast: dict[str, Person]) -> None:
    Person.objects.create_user("echt@leerkring.example", "Een echt mens")
    assert step_in(client, "visitor") == 404
    assert step_in(client, "echt") == 404
    assert not get_user(client).is_authenticated


def test_before_the_city_is_built_there_is_nobody(client: Client, db: None) -> None:
    assert step_in(client, "coordinator") == 404


def test_another_site_cannot_click_for_you(cast: dict[str, Person]) -> None:
    assert step_in(Client(enforce_csrf_checks=True), "coordinator") == 403


def test_a_guest_without_account_opens_both_their_meetings(cast: dict[str, Person]) -> None:
    by = Person.objects.create_user("leidt@leerkring.example", "Leidt")
    for title in ("Straks", "Toen"):
        meeting = Meeting.objects.create(
            title=title, slug=title.lower(), starts_at=timezone.now() + timedelta(days=3)
        )
        Announcement.objects.create(meeting=meeting)
        ask_guest(meeting, {"gast": {"naam": "Wies"}}, by=by)
        let_guest_promise(meeting, {"gast": {"voornemen": [{"tekst": "bel"}]}}, at=timezone.now())
    guest = Client()
    links = dict(links_of_guest())
    assert set(links) == {"Straks", "Toen"}
    for title, link in links.items():
        assert link in guest.get(reverse("demo:cast")).text
        page = guest.get(link).text
        assert title in page and "Je komt." in page
