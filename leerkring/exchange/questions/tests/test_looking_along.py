"""Before a question or an answer goes anywhere: could it be plainer, and how many will see it."""

from collections.abc import Callable
from typing import Any

from django.test import Client

from leerkring.exchange.questions.models import Answer, Draft, Question
from leerkring.exchange.questions.tests.test_pages import BODY
from leerkring.network.people.models import Person

BrowserOf = Callable[..., Client]
STIFF = "De casus werd door het team besproken en geëvalueerd, teneinde regie te implementeren."
TITLE = "Kan het gewoner?"


def test_who_looks_along_with_a_question_loses_nothing_and_sends_nothing(
    asker: Person, browser_of: BrowserOf
) -> None:
    browser = browser_of(asker)
    assert TITLE not in browser.get("/vragen/stellen/").content.decode()
    page = browser.post("/vragen/stellen/", BODY | {"text": STIFF, "kijk": "1"})
    shown = page.content.decode()
    assert page.status_code == 200
    assert TITLE in shown and "Vaktaal" in shown
    assert page.context["form"]["text"].value() == STIFF
    assert not page.context["form"].errors
    assert not Question.objects.exists() and not Draft.objects.exists()


def test_who_looks_along_with_an_answer_sends_nothing(
    asked: Callable[..., Question], person: Callable[..., Person], browser_of: BrowserOf
) -> None:
    address = f"/vragen/{asked().pk}/antwoorden/"
    page = browser_of(person("Weter")).post(address, {"text": STIFF, "kijk": "1"})
    assert page.status_code == 200
    assert TITLE in page.content.decode()
    assert page.context["form"]["text"].value() == STIFF
    assert not Answer.objects.exists()


def test_how_many_will_see_it_stands_beside_the_choice(
    asker: Person, person: Callable[..., Any], browser_of: BrowserOf
) -> None:
    for name in ("Een", "Twee"):
        person(name)
    shown = browser_of(asker).get("/vragen/stellen/").content.decode()
    people = Person.objects.filter(is_active=True).count()
    assert f"Iedereen met een account: {people} mensen zien dit" in shown
