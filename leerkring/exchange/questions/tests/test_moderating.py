"""A moderator takes away a passage or the whole of what another wrote; a guide puts a question to
somebody who knows."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse

from leerkring.exchange.questions.actions import take_answer_back
from leerkring.exchange.questions.answering_actions import answer, change_answer
from leerkring.exchange.questions.models import Appeal, Question
from leerkring.exchange.questions.routing_actions import go_on
from leerkring.exchange.questions.telling_actions import tell_stuck
from leerkring.foundation.moderation.redaction import MARK
from leerkring.foundation.notifications.models import Notice, Occasion
from leerkring.foundation.notifications.queries import visible_of
from leerkring.foundation.remarks.actions import remark_on
from leerkring.foundation.remarks.registry import remarkable
from leerkring.foundation.search.queries import search
from leerkring.network.circles.models import Circle
from leerkring.network.people.models import Person
from leerkring.network.themes.models import Theme

pytestmark = pytest.mark.django_db
BrowserOf = Callable[..., Client]
Make = Callable[..., Person]
Asked = Callable[..., Question]
MONDAY = datetime(2026, 11, 16, 9, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))
THURSDAY = MONDAY + timedelta(days=3)


def ruled(person: Person) -> list[str]:
    rows = Notice.objects.filter(person=person, occasion__event="moderation.ruled")
    return list(rows.order_by("pk").values_list("occasion__sentence", flat=True))


def test_a_passage_goes_out_of_a_question_and_what_repeats_it(
    asked: Asked, asker: Person, person: Make, browser_of: BrowserOf
) -> None:
    keeper, other = person("Mo", moderates=True), person("Ander")
    question = asked("Hoe belt Kwibus?", text="Kwibus belt.", now=MONDAY)
    said = answer(question, text="Laat Kwibus bellen.", by=other)
    change_answer(said, text="Laat Kwibus maar bellen.", note="Over Kwibus", by=other)
    entry = remarkable("questions.answer")
    assert entry
    remark = remark_on(said, entry, text="Arme kwibus.", by=asker)
    page = reverse("moderation:redaction", args=["questions.question", question.pk])
    browser = browser_of(keeper)
    look = browser.post(page, {"passage": "Kwibus", "why": "Een kind."}).content.decode()
    keys = [f"questions.answer/{said.pk}", f"remarks.remark/{remark.pk}"]
    assert all(key in look for key in keys)
    sure = {"passage": "Kwibus", "why": "Een kind.", "zeker": "ja", "ook": keys}
    assert browser.post(page, sure).status_code == 302
    for row in (question, said, remark):
        row.refresh_from_db()
    assert (question.title, question.text) == (f"Hoe belt {MARK}?", f"{MARK} belt.")
    assert "kwibus" not in question.slug
    assert said.text == f"Laat {MARK} maar bellen." and said.changes.get().note == f"Over {MARK}"
    assert remark.text == f"Arme {MARK}."
    assert not search(keeper, "kwibus").hits
    assert not Occasion.objects.filter(sentence__icontains="kwibus").exists()
    assert ruled(asker) == ["Een kind."] * 2 and ruled(other) == ["Een kind."]


def test_an_answer_that_is_taken_back_is_told_to_nobody_any_more(
    asked: Asked, asker: Person, person: Make
) -> None:
    said = answer(asked(now=MONDAY), text="Bel Kwibus.", by=person("Ander"))
    told = list(Notice.objects.filter(person=asker).select_related("occasion"))
    assert [one.occasion.sentence for one in visible_of(asker, told)] == ["Bel Kwibus."]
    take_answer_back(said, by=said.author)
    assert visible_of(asker, told) == []


def test_what_a_moderator_takes_away_is_explained_to_who_wrote_it(
    asked: Asked, asker: Person, person: Make, browser_of: BrowserOf
) -> None:
    question = asked(now=MONDAY)
    browser, page = browser_of(person("Mo", moderates=True)), f"/vragen/{question.pk}/weghalen/"
    assert browser.post(page).status_code == 422
    assert browser.post(page, {"why": "Dit is reclame."}).status_code == 302
    assert ruled(asker) == ["Dit is reclame."]
    assert not Question.objects.standing().exists()


def test_who_takes_their_own_question_back_hears_nothing_of_it(
    asked: Asked, asker: Person, browser_of: BrowserOf
) -> None:
    question = asked(now=MONDAY)
    assert browser_of(asker).post(f"/vragen/{question.pk}/weghalen/").status_code == 302
    assert ruled(asker) == []


@pytest.fixture
def stuck(asked: Asked, theme: Theme, circle: Circle, joined: Callable, asker: Person) -> Question:
    joined(asker)
    question = asked(themes=[theme], circle=circle, now=MONDAY)
    go_on(question.pk, now=THURSDAY)
    question.refresh_from_db()
    assert question.stuck_at
    return question


def test_a_guide_puts_what_nobody_answered_to_who_knows(
    stuck: Question, expert: Make, person: Make, joined: Callable, browser_of: BrowserOf
) -> None:
    guide, knows, full = person("Gids"), expert("Weter"), expert("Vol", 0)
    joined(guide, "facilitator")
    browser = browser_of(guide)
    page = reverse("questions:putting", args=[stuck.pk])
    assert page in browser.get("/vragen/aan-mij/").content.decode()
    form = browser.get(page).context["form"]
    assert form.fields["person"].choices == [(knows.pk, "Weter")]
    assert browser.post(page, {"person": full.pk}).status_code == 422
    assert browser.post(page, {"person": knows.pk}).status_code == 302
    assert Appeal.objects.get(question=stuck).person == knows
    stuck.refresh_from_db()
    assert stuck.stuck_at is None and stuck.route_at
    assert browser.get(page).status_code == 404
    go_on(stuck.pk, now=stuck.route_at)
    stuck.refresh_from_db()
    assert stuck.stuck_at


def test_only_who_guides_there_puts_it_to_somebody(
    stuck: Question, expert: Make, person: Make, browser_of: BrowserOf
) -> None:
    page = reverse("questions:putting", args=[stuck.pk])
    for one in (expert("Weter"), person("Ander"), stuck.author):
        assert browser_of(one).get(page).status_code == 404


@pytest.mark.parametrize(("audience", "sees"), [("openbaar", True), ("kring", False)])
def test_where_nobody_guides_a_moderator_who_sees_it_puts_it_to_somebody(
    stuck: Question, expert: Make, person: Make, browser_of: BrowserOf, audience: str, sees: bool
) -> None:
    keeper, knows = person("Mo", moderates=True), expert("Weter")
    stuck.audience = audience
    stuck.save()
    tell_stuck(stuck)
    told = Notice.objects.filter(person=keeper, occasion__event="questions.stuck")
    assert len(visible_of(keeper, told)) == sees
    page, browser = reverse("questions:putting", args=[stuck.pk]), browser_of(keeper)
    assert (page in browser.get("/vragen/aan-mij/").content.decode()) is sees
    assert browser.get(page).status_code == (200 if sees else 404)
    assert browser.post(page, {"person": knows.pk}).status_code == (302 if sees else 404)
    assert Appeal.objects.filter(question=stuck, person=knows).exists() is sees
