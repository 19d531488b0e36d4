"""What points at people in the texts of a circle is asked about, and again for more readers."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from leerkring.foundation.language.models import TraceCount
from leerkring.network.circles.models import Circle
from leerkring.network.circles.tests.conftest import begin as start
from leerkring.network.circles.tests.conftest import moderator, someone
from leerkring.network.circles.tests.test_circle_pages import FILLED

pytestmark = pytest.mark.django_db
BrowserOf = Callable[[Any], Client]
PHONE = "Bel moeder op 06-12345678."
WAYS = {"meekijken": "inspection", "overname": "takeover"}
NEW = "/werkgroepen/nieuw/?soort=werkgroep"


def answered(page: Any, choice: str, which: str = "form") -> dict[str, str]:
    panel = page.context[which].trace_panel
    (question,) = panel.questions
    return {question.name: choice, "traces-guard": panel.guard}


def begun(browser: Client, **changes: str) -> Circle:
    sent = FILLED | {"purpose": PHONE} | changes
    page = browser.post(NEW, sent)
    assert page.status_code == 422
    assert "<mark" in page.content.decode()
    assert browser.post(NEW, sent | answered(page, "openbaar")).status_code == 302
    return Circle.objects.get()


def test_a_circle_begins_when_what_was_found_has_an_answer(browser_of: BrowserOf) -> None:
    begun(browser_of(someone("A")))
    assert TraceCount.objects.get().number == 1


@pytest.mark.parametrize(("visibility", "status"), [("leden", 302), ("openbaar", 422)])
def test_what_stands_there_is_asked_again_only_for_more_readers(
    browser_of: BrowserOf, visibility: str, status: int
) -> None:
    browser = browser_of(someone("A"))
    circle = begun(browser)
    sent = FILLED | {"purpose": PHONE, "visibility": visibility}
    answer = browser.post(f"{circle.get_absolute_url()}instellingen/", sent)
    assert answer.status_code == status


@pytest.mark.parametrize("way", ["meekijken", "overname"])
def test_the_reason_of_a_moderator_that_everybody_reads_is_looked_over(
    browser_of: BrowserOf, way: str
) -> None:
    circle, browser = start(), browser_of(moderator())
    if way == "overname":
        circle.memberships.update(role="member")
    address = reverse(f"circles:{WAYS[way]}", args=[circle.pk])
    page = browser.post(address, {"reason": PHONE})
    assert page.status_code == 422
    assert not circle.inspections.exists()
    sent = {"reason": PHONE} | answered(page, "vervang:[telefoonnummer]")
    assert browser.post(address, sent).status_code == 302
    assert "06-12345678" not in circle.inspections.get().reason


def test_why_somebody_wants_to_join_is_looked_over(browser_of: BrowserOf) -> None:
    circle = start(joining="verzoek")
    browser, address = browser_of(someone("B")), f"{circle.get_absolute_url()}meedoen/"
    page = browser.post(address, {"motivation": PHONE})
    assert page.status_code == 422
    sent = {"motivation": PHONE} | answered(page, "vervang:[telefoonnummer]")
    assert browser.post(address, sent).status_code == 302
    assert circle.join_requests.get().motivation == "Bel moeder op [telefoonnummer]."


def test_what_it_came_to_is_asked_about_before_it_closes(browser_of: BrowserOf) -> None:
    browser = browser_of(someone("A"))
    browser.post(NEW, FILLED)
    circle = Circle.objects.get()
    settings = browser.get(f"{circle.get_absolute_url()}instellingen/").content.decode()
    assert f"{circle.get_absolute_url()}sluiting/" in settings
    address = f"{circle.get_absolute_url()}sluiting/"
    page = browser.post(address, {"reason": PHONE})
    assert page.status_code == 422
    assert not hasattr(Circle.objects.get(), "closing")
    sent = {"reason": PHONE} | answered(page, "vervang:[telefoonnummer]", "closing")
    assert browser.post(address, sent).status_code == 302
    assert Circle.objects.get().closing.reason == "Bel moeder op [telefoonnummer]."
