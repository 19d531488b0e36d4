"""What points at others in what people tell of themselves is asked about before it is seen."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from leerkring.foundation.language.models import TraceCount
from leerkring.network.profiles.models import Profile
from leerkring.network.profiles.tests.test_own import FILLED, OWN

Browser = Callable[[Any], Client]
PHONE = "Bel moeder op 06-12345678."


@pytest.fixture
def noor(person: Any) -> Any:
    return person("Noor de Wit")


def test_a_number_in_the_sentence_is_replaced_and_counted(noor: Any, browser_of: Browser) -> None:
    browser, sent = browser_of(noor), {**FILLED, "sentence": PHONE}
    page = browser.post(OWN, sent)
    assert page.status_code == 422
    assert "meelezen" not in page.content.decode()
    panel = page.context["form"].trace_panel
    (question,) = panel.questions
    answers = {question.name: "vervang:[telefoonnummer]", "traces-guard": panel.guard}
    assert browser.post(OWN, sent | answers).status_code == 302
    assert Profile.objects.get().sentence == "Bel moeder op [telefoonnummer]."
    assert TraceCount.objects.get().number == 1


def test_ones_own_name_is_no_trace(noor: Any, browser_of: Browser) -> None:
    sent = {**FILLED, "sentence": "Zeg maar Noor, of mevrouw De Wit."}
    assert browser_of(noor).post(OWN, sent).status_code == 302


def test_what_others_read_already_is_asked_again_only_for_more_readers(
    profile: Any, browser_of: Browser
) -> None:
    browser = browser_of(profile(sentence=PHONE).person)
    sent = {**FILLED, "sentence": PHONE}
    assert browser.post(OWN, sent).status_code == 302
    assert browser.post(OWN, {**sent, "sentence_seen": "3"}).status_code == 302  # as far as a name
    assert browser.post(OWN, {**sent, "sentence_seen": "3", "name_seen": "3"}).status_code == 422


def test_who_only_looks_how_it_would_be_is_asked_nothing(noor: Any, browser_of: Browser) -> None:
    page = browser_of(noor).post(OWN, {**FILLED, "sentence": PHONE, "voorbeeld": "ja"})
    assert page.status_code == 200
    assert page.context["form"].trace_panel is None


def test_a_sentence_that_could_be_plainer_is_shown_beside_it(
    profile: Any, browser_of: Browser
) -> None:
    browser = browser_of(profile(sentence="Casussen worden door mij besproken.").person)
    assert "Kan het gewoner?" in browser.get(OWN).content.decode()
    plain = {**FILLED, "sentence": "Ik help ouders.", "voorbeeld": "ja"}
    assert "Kan het gewoner?" not in browser.post(OWN, plain).content.decode()
