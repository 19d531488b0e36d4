"""What somebody hears of a circle, and where its dates are; odd addresses do no harm."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from leerkring.foundation.notifications.frequency import Loudness
from leerkring.network.circles.inside_queries import loudness_of
from leerkring.network.circles.membership_actions import end_membership
from leerkring.network.circles.tests.conftest import begin, bring_in, someone

pytestmark = pytest.mark.django_db
BrowserOf = Callable[[Any], Client]


def text_of(browser: Client, url: str) -> str:
    return browser.get(url).content.decode()


QUERIES = ["?na=%00", "?zoek=%00&soort=x&na=9~z", "?soort=%00", "?zoek=%22"]


@pytest.mark.parametrize("query", QUERIES)
def test_an_address_that_was_tampered_with_shows_a_page(query: str, browser_of: BrowserOf) -> None:
    browser, circle = browser_of(someone("Eigenaar")), begin()
    assert browser.get(f"{circle.get_absolute_url()}{query}").status_code == 200


def test_who_is_in_it_chooses_how_much_to_hear(browser_of: BrowserOf) -> None:
    circle = begin()
    membership = bring_in(circle, someone("Lid"))
    browser, url = browser_of(someone("Lid")), circle.get_absolute_url()
    assert browser.get(url).context["loudness"] == Loudness.NORMAL
    for word in ("stil", "alles", "x", ""):
        browser.post(f"{url}geluid/", {"loudness": word})
    assert loudness_of(someone("Lid"), circle) == Loudness.ALL
    assert "loudness" not in browser_of(someone("Buiten")).get(url).context
    end_membership(membership, by=someone("Lid"))
    assert loudness_of(someone("Lid"), circle) == Loudness.NORMAL


def test_a_visitor_finds_the_feed_of_a_public_circle_only(
    client: Client, browser_of: BrowserOf
) -> None:
    shown, closed = begin(visibility="openbaar"), begin(name="Besloten", visibility="leden")
    assert f"/kalender/kring/{shown.pk}.ics" in text_of(client, shown.get_absolute_url())
    browser = browser_of(someone("Eigenaar"))
    assert f"/kalender/kring/{closed.pk}.ics" not in text_of(browser, closed.get_absolute_url())
