"""Where nobody guides a circle, what was given to who guides waits: no moderator reads it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerkring.exchange.questions.actions import Asked as Says
from leerkring.exchange.questions.actions import keep_draft
from leerkring.exchange.questions.handing_actions import hand_over, opened, post_for, say_a_word
from leerkring.exchange.questions.models import Draft, Handover, Question, Word
from leerkring.exchange.questions.reading_queries import drafts_to_read
from leerkring.exchange.questions.tasks import run_due
from leerkring.exchange.questions.telling_actions import tell_second_readers
from leerkring.foundation.language.checking_actions import ask_second_reader
from leerkring.foundation.notifications.models import Notice
from leerkring.network.circles.inspection_actions import take_over
from leerkring.network.circles.models import Circle, Membership
from leerkring.network.people.models import Person

pytestmark = pytest.mark.django_db
Make = Callable[..., Person]
BrowserOf = Callable[[Any], Client]
TITLE = "Hoe zeg je dat je het niet meer trekt?"


@pytest.fixture
def keeper(person: Make) -> Person:
    return person("Mo", moderates=True)


@pytest.fixture
def crowd(person: Make, joined: Callable[..., Person]) -> list[Person]:
    return [joined(person(name)) for name in ("Ansje", "Bep", "Coen", "Dia", "Els")]


@pytest.fixture
def guide(person: Make, joined: Callable[..., Person]) -> Person:
    return joined(person("Gids"), "facilitator")


def leaves(circle: Circle, who: Person) -> None:
    Membership.objects.running().filter(circle=circle, person=who).update(until=timezone.now())


def mornings_later(days: int) -> None:
    run_due(timezone.localtime().replace(hour=8) + timedelta(days=days))


def told(event: str) -> list[str]:
    rows = Notice.objects.filter(occasion__event=event).order_by("pk")
    return list(rows.values_list("person__name", flat=True))


def test_a_text_to_read_along_waits_for_a_guide(
    crowd: list[Person], circle: Circle, keeper: Person, browser_of: BrowserOf
) -> None:
    says = {"title": TITLE, "audience": "kring", "circle": circle.pk}
    draft = keep_draft(crowd[0], says)
    ask_second_reader(draft, asked_by=crowd[0], fingerprint="x")
    tell_second_readers(draft)
    page = reverse("questions:reading", args=[draft.pk])
    assert drafts_to_read(keeper) == [] and told("questions.to_read") == []
    assert browser_of(keeper).get(page).status_code == 404
    take_over(circle, person=keeper, reason="Er wacht een tekst.")
    assert browser_of(keeper).get(page).status_code == 200
    assert circle.inspections.get().person == keeper


def test_nobody_is_offered_a_second_reader_where_nobody_guides(
    crowd: list[Person], circle: Circle, keeper: Person, browser_of: BrowserOf
) -> None:
    body = {"title": "Bel 06-12345678?", "audience": "kring", "circle": circle.pk}
    page = browser_of(crowd[0]).post("/vragen/stellen/", body).content.decode()
    assert "laat het staan met een reden" in page and "laat iemand meelezen" not in page


def test_a_question_without_a_name_waits_and_the_next_guide_is_told_of_it(
    crowd: list[Person], circle: Circle, guide: Person, keeper: Person, browser_of: BrowserOf
) -> None:
    hand_over(TITLE, "", circle=circle)
    mornings_later(1)
    assert told("questions.handed_over") == ["Gids"]
    leaves(circle, guide)
    page = reverse("questions:handover", args=[Handover.objects.get().pk])
    mornings_later(2)
    for one in (guide, keeper):
        assert browser_of(one).get(page).status_code == 404
    assert told("questions.handed_over") == ["Gids"]
    take_over(circle, person=keeper, reason="Er wacht iets.")
    mornings_later(3)
    assert told("questions.handed_over") == ["Gids", "Mo"]
    assert browser_of(keeper).get(page).status_code == 200


def test_who_holds_the_key_reads_that_it_waits_and_may_give_it_to_a_moderator(
    crowd: list[Person], circle: Circle, guide: Person, keeper: Person, browser_of: BrowserOf
) -> None:
    key = hand_over(TITLE, "", circle=circle)
    mornings_later(1)
    asker, on = browser_of(None), "/vragen/sleutel/moderator/"
    assert on not in asker.post("/vragen/sleutel/", {"key": key}).content.decode()
    asker.post(on, {"key": key})
    assert Handover.objects.get().circle == circle
    leaves(circle, guide)
    assert on in asker.post("/vragen/sleutel/", {"key": key}).content.decode()
    assert asker.post(on, {"key": key}).status_code == 200
    handover = Handover.objects.get()
    assert (handover.circle, handover.is_told, handover.day) == (None, False, timezone.localdate())
    assert list(Handover.objects.for_guide(keeper)) == [handover]
    mornings_later(1)
    assert told("questions.handed_over") == ["Mo"]


def test_a_question_without_a_name_is_not_given_to_a_group_that_nobody_guides(
    crowd: list[Person], circle: Circle, browser_of: BrowserOf
) -> None:
    body = {"title": TITLE, "circle": circle.pk}
    answered = browser_of(crowd[0]).post("/vragen/zonder-naam/", body)
    assert answered.status_code == 422
    assert "Niemand begeleidt deze groep nu" in answered.content.decode()
    assert not Handover.objects.exists()


@pytest.mark.parametrize(("audience", "may"), [("kring", False), ("ingelogd", True)])
def test_who_posted_it_and_left_passes_nothing_on_in_the_circle(
    audience: str,
    may: bool,
    crowd: list[Person],
    circle: Circle,
    guide: Person,
    keeper: Person,
    browser_of: BrowserOf,
) -> None:
    handover = opened(hand_over(TITLE, "", circle=circle))
    assert isinstance(handover, Handover)
    question = post_for(handover, Says(TITLE, (), (), audience, circle), by=guide)
    assert isinstance(question, Question)
    leaves(circle, guide)
    word = say_a_word(question, "Dank.")
    mornings_later(1)
    assert told("questions.handed_over") == ["Gids"] * may
    assert list(Word.objects.for_guide(guide)) == [word] * may
    assert not Word.objects.for_guide(keeper).exists()
    page = reverse("questions:word", args=[word.pk])
    assert browser_of(guide).get(page).status_code == (200 if may else 404)
    mornings_later(60)
    assert Word.objects.exists()
    mornings_later(61)
    assert not Word.objects.exists()


def test_a_moderator_reads_along_with_others_and_never_with_themselves(
    person: Make, keeper: Person
) -> None:
    draft = keep_draft(keeper, {"title": TITLE, "audience": "ingelogd"})
    ask_second_reader(draft, asked_by=keeper, fingerprint="x")
    other = person("Ook", moderates=True)
    tell_second_readers(draft)
    assert drafts_to_read(keeper) == [] and drafts_to_read(other) == list(Draft.objects.all())
    assert told("questions.to_read") == ["Ook"]
