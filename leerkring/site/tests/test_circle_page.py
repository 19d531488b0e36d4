"""The page of a circle as a place to be: beginning there, reading on, and looking for things."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from leerkring.exchange.questions.actions import Asked, ask
from leerkring.network.circles.actions import close
from leerkring.network.circles.audience import Audience
from leerkring.network.circles.models import Circle
from leerkring.network.circles.tests.conftest import BACKEND, begin, bring_in, someone
from leerkring.practice.meetings.models import Announcement, Meeting

pytestmark = pytest.mark.django_db


def browser_of(person: Any) -> Client:
    client = Client()
    client.force_login(person, backend=BACKEND)
    return client


def write_in(circle: Circle, *titles: str) -> None:
    for title in titles:
        asked = Asked(title=title, text="Wie weet dit?", audience=Audience.CIRCLE, circle=circle)
        ask(asked, by=someone("Eigenaar"))


def text_of(browser: Client, url: str) -> str:
    return browser.get(url).content.decode()


def test_who_writes_in_a_circle_begins_there() -> None:
    circle = begin()
    bring_in(circle, someone("Lid"))
    bring_in(circle, someone("Gast"), "guest")
    beginnings = [
        f"/updates/nieuw/?kring={circle.pk}",
        f"/vragen/stellen/?kring={circle.pk}",
        f"/bijeenkomsten/nieuw/?kring={circle.pk}",
    ]

    def offered(name: str) -> list[bool]:
        page = text_of(browser_of(someone(name)), circle.get_absolute_url())
        return [address in page for address in beginnings]

    assert offered("Eigenaar") == [True, True, True]
    assert offered("Lid") == [True, True, False]
    assert offered("Gast") == offered("Buiten") == [False] * 3
    close(circle, by=someone("Eigenaar"))
    assert offered("Eigenaar") == [False] * 3


def test_everything_in_a_circle_is_reached_a_page_at_a_time() -> None:
    circle = begin()
    titles = [f"Vraag {number}" for number in range(23)]
    write_in(circle, *titles)
    browser, url, seen = browser_of(someone("Eigenaar")), "", []
    while True:
        page = browser.get(f"{circle.get_absolute_url()}{url}").context
        seen += [hit.title for hit in page["news"]]
        url = page["next"]
        if not url:
            break
    assert sorted(seen) == sorted(titles)


def test_a_circle_is_searched_by_who_reads_in_it_and_by_nobody_else() -> None:
    circle, other = begin(visibility="leden"), begin(name="Elders")
    write_in(circle, "Wie kent een tolk Tigrinya?", "Waar is de sleutel?")
    write_in(other, "Nog een tolk")
    url = f"{circle.get_absolute_url()}?zoek=tolk"
    page = browser_of(someone("Eigenaar")).get(url)
    assert [hit.title for hit in page.context["news"]] == ["Wie kent een tolk Tigrinya?"]
    assert "Tigrinya" not in text_of(browser_of(someone("Buiten")), url)
    bare = browser_of(someone("Eigenaar")).get(f"{circle.get_absolute_url()}?soort=dilemma")
    assert bare.context["news"] == ()


def test_the_meetings_of_a_circle_that_come_stand_on_its_page() -> None:
    circle, other = begin(visibility="openbaar"), begin(name="Elders")
    for title, days, of, audience in (
        ("Straks", 2, circle, "circle"),
        ("Geweest", -2, circle, "circle"),
        ("Van een ander", 2, other, "circle"),
        ("Voor genodigden", 2, circle, "invited"),
    ):
        starts_at = timezone.now() + timedelta(days=days)
        meeting = Meeting.objects.create(
            title=title, slug="dag", circle=of, audience=audience, starts_at=starts_at
        )
        Announcement.objects.create(meeting=meeting)
    draft = timezone.now() + timedelta(days=3)
    Meeting.objects.create(
        title="Concept", slug="dag", circle=circle, audience="circle", starts_at=draft
    )
    page = text_of(browser_of(someone("Buiten")), circle.get_absolute_url())
    titles = ("Straks", "Geweest", "Van een ander", "Voor genodigden", "Concept")
    assert [title for title in titles if title in page] == ["Straks"]
