"""Asking, answering, accepting, and what it costs."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from leerkring.exchange.questions.actions import take_back
from leerkring.exchange.questions.answering_actions import (
    accept,
    answer,
    say_what_came_of_it,
    take_acceptance_back,
)
from leerkring.exchange.questions.models import Answer, Change, Draft, Outcome, Question
from leerkring.exchange.questions.remarkable import ON_A_QUESTION, ON_AN_ANSWER
from leerkring.exchange.questions.tasks import run_due
from leerkring.foundation.design.page_queries import A_PAGE, Place
from leerkring.foundation.language.models import SecondReading
from leerkring.foundation.notifications.models import Notice
from leerkring.foundation.remarks.actions import remark_on, thank
from leerkring.foundation.search.queries import search
from leerkring.network.circles.models import Circle
from leerkring.network.people.models import Person
from leerkring.network.profiles.models import Profile
from leerkring.network.themes.actions import add_theme, follow, merge
from leerkring.network.themes.models import Theme

Make = Callable[..., Person]
Asked = Callable[..., Question]
BrowserOf = Callable[[Any], Client]
ATOM = "{http://www.w3.org/2005/Atom}"
BODY = {"title": "Hoe help je een thuiszitter?", "audience": "openbaar"}
HOSTILE = ("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\u202egnp.exe", "a" * 9000)


def told(event: str) -> list[str]:
    rows = Notice.objects.filter(occasion__event=event).order_by("pk")
    return list(rows.values_list("person__name", flat=True))


def test_a_question_that_looks_like_another_is_asked_about_first(
    asked: Asked, person: Make, browser_of: BrowserOf
) -> None:
    asked("Hoe help je een thuiszitter terug naar school?")
    asked("Thuiszitter wil naar school, wie helpt?", audience="ingelogd")
    browser = browser_of(person("Nieuw"))
    body = {**BODY, "title": "Thuiszitter weer naar school"}
    first = browser.post("/vragen/stellen/", body)
    assert first.status_code == 200
    assert "Lijkt je vraag hierop?" in first.content.decode()
    assert Draft.objects.get().content["title"] == body["title"]
    assert browser.post("/vragen/stellen/", {**body, "anders": "1"}).status_code == 302
    assert Question.objects.count() == 3
    assert not Draft.objects.exists()


def test_only_what_one_may_see_looks_alike(
    asked: Asked, person: Make, browser_of: BrowserOf, circle: Circle
) -> None:
    asked("Hoe help je een thuiszitter terug naar school?", audience="kring", circle=circle)
    shown = browser_of(person("Ander")).post("/vragen/lijkt-op/", {"title": "Thuiszitter school"})
    assert "thuiszitter" not in shown.content.decode()


def test_whoever_types_too_much_waits(person: Make, browser_of: BrowserOf) -> None:
    browser = browser_of(person("Snel"))
    body = {**BODY, "anders": "1"}
    stopped = [browser.post("/vragen/stellen/", body).status_code for _ in range(25)]
    assert {302, 422} == set(stopped)
    assert "Je doet veel tegelijk" in browser.post("/vragen/stellen/", body).content.decode()
    codes = {browser.post("/vragen/lijkt-op/", {"title": ""}).status_code for _ in range(90)}
    assert codes == {200, 429}


def test_a_phone_number_is_asked_about_and_what_was_typed_stays(
    asker: Person, browser_of: BrowserOf
) -> None:
    body = {**BODY, "text": "Bel moeder op 06-12345678.", "anders": "1"}
    browser = browser_of(asker)
    stopped = browser.post("/vragen/stellen/", body)
    assert stopped.status_code == 422
    assert not Question.objects.exists()
    assert "06-12345678" in browser.get("/vragen/stellen/").content.decode()
    panel = stopped.context["form"].trace_panel
    (one,) = panel.questions
    replace = next(value for _, group in one.choices for value, _ in group)
    body |= {one.name: replace, "traces-guard": panel.guard}
    assert browser.post("/vragen/stellen/", body).status_code == 302
    assert "12345678" not in Question.objects.get().text


def test_a_second_reader_agrees_and_then_it_goes_out(
    asker: Person, person: Make, browser_of: BrowserOf
) -> None:
    reader, browser = browser_of(person("Mo", moderates=True)), browser_of(asker)
    body = {**BODY, "text": "Bel moeder op 06-12345678.", "anders": "1"}
    panel = browser.post("/vragen/stellen/", body).context["form"].trace_panel
    (one,) = panel.questions
    answers = {one.name: "meelezer", "traces-guard": panel.guard}
    assert browser.post("/vragen/stellen/", body | answers).status_code == 302
    draft = Draft.objects.get()
    assert not Question.objects.exists()
    assert told("questions.to_read") == ["Mo"]
    url = f"/vragen/meelezen/{draft.pk}/"
    assert browser.get(url).status_code == 404
    assert reader.post(url, {"akkoord": "1"}).status_code == 302
    assert SecondReading.objects.get().outcome == "akkoord"
    assert browser.post("/vragen/stellen/", body).status_code == 302
    assert Question.objects.get().text == body["text"]


def test_a_second_reader_is_no_choice_where_only_the_asker_could_be_one(
    asker: Person, browser_of: BrowserOf
) -> None:
    Person.objects.filter(pk=asker.pk).update(moderates=True)
    body = {**BODY, "text": "Bel moeder op 06-12345678.", "anders": "1"}
    page = browser_of(asker).post("/vragen/stellen/", body)
    assert page.status_code == 422
    assert "Laat eerst iemand meelezen" not in page.content.decode()


def test_a_question_does_not_widen_over_the_heads_of_who_answered(
    asked: Asked, asker: Person, person: Make, browser_of: BrowserOf
) -> None:
    question = asked(audience="ingelogd", text="Bel 06-12345678.")
    browser, url = browser_of(asker), f"/vragen/{question.pk}/bewerken/"
    body = {**BODY, "text": question.text}
    assert browser.post(url, body).status_code == 422  # other readers: asked about again
    assert browser.post(url, {**body, "audience": "ingelogd", "note": "Titel."}).status_code == 302
    assert Change.objects.get().note == "Titel."
    answer(question, text="Voor jullie.", by=person("Weter"))
    assert browser.post(url, {**body, "text": "Kort."}).status_code == 422


def test_a_question_does_not_widen_over_the_heads_of_who_reacted(
    asked: Asked, asker: Person, person: Make, browser_of: BrowserOf
) -> None:
    question = asked(audience="ingelogd")
    remark_on(question, ON_A_QUESTION, text="Bij ons thuis ook.", by=person("Weter"))
    url = f"/vragen/{question.pk}/bewerken/"
    assert browser_of(asker).post(url, {**BODY, "text": "Kort."}).status_code == 422


def test_only_the_asker_says_what_helped_and_it_is_told_once(
    asked: Asked, asker: Person, person: Make, browser_of: BrowserOf
) -> None:
    question, knows = asked(), person("Weter", moderates=True)
    row, other = (answer(question, text=text, by=knows) for text in ("Een.", "Twee."))
    url = f"/vragen/{question.pk}/hielp/"
    assert browser_of(knows).post(url, {"antwoord": row.pk}).status_code == 404
    for chosen in (row, row, other):
        assert browser_of(asker).post(url, {"antwoord": chosen.pk}).status_code == 302
    question.refresh_from_db()
    assert question.acceptance.answer == other
    assert told("questions.accepted") == ["Weter", "Weter"]
    take_acceptance_back(question)
    assert not Question.objects.filter(acceptance__isnull=False).exists()


def test_an_answer_to_another_question_is_not_accepted(
    asked: Asked, asker: Person, person: Make, browser_of: BrowserOf
) -> None:
    question, other = asked(), asked("Iets anders")
    row = answer(other, text="Een.", by=person("Weter"))
    url = f"/vragen/{question.pk}/hielp/"
    for number in (row.pk, "x", "", "9" * 30, "²"):
        assert browser_of(asker).post(url, {"antwoord": number}).status_code == 404


def test_six_weeks_later_one_is_asked_once_what_came_of_it(
    asked: Asked, asker: Person, person: Make, browser_of: BrowserOf
) -> None:
    question = asked()
    accept(answer(question, text="Een.", by=person("Weter")), by=asker)
    now = timezone.now()
    run_due(now + timedelta(days=41))
    assert told("questions.outcome_due") == []
    for _ in range(2):
        run_due(now + timedelta(days=43))
    assert told("questions.outcome_due") == [asker.name]
    body = {"worked": "ja", "text": "Hij zit weer in de klas."}
    url = f"/vragen/{question.pk}/opbrengst/"
    assert browser_of(asker).post(url, body).status_code == 302
    assert told("questions.outcome") == ["Weter"]
    visitor = browser_of(None)
    assert body["text"] in visitor.get(question.get_absolute_url()).content.decode()
    assert visitor.get("/vragen/").context["put_to_use"] == 1
    assert len(visitor.get("/vragen/?stand=gedaan").context["lines"]) == 1


def test_not_yet_is_no_use_yet(asked: Asked, asker: Person, person: Make) -> None:
    question = asked()
    accept(answer(question, text="Een.", by=person("Weter")), by=asker)
    say_what_came_of_it(question, worked=Outcome.Worked.NOT_YET, text="", by=asker)
    assert told("questions.outcome") == []


def test_who_follows_a_theme_gets_the_question_once(
    asked: Asked, theme: Theme, expert: Make, person: Make, asker: Person
) -> None:
    for someone in (expert("Kenner"), person("Volger"), asker):
        follow(theme, person=someone)
    asked(themes=[theme])
    for _ in range(2):
        run_due(timezone.now())
    assert told("questions.new_in_theme") == ["Volger"]
    assert told("questions.routed") == ["Kenner"]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_hostile_reaches_a_page_a_list_or_a_feed(
    text: str, asker: Person, browser_of: BrowserOf, person: Make
) -> None:
    browser = browser_of(asker)
    body = {**BODY, "title": text, "text": text, "anders": "1"}
    browser.post("/vragen/stellen/", body)
    browser.post("/vragen/stellen/", {**body, "title": "Goed"})
    for question in Question.objects.all():
        browser.post(f"/vragen/{question.pk}/antwoorden/", {"text": text})
        for url in (question.get_absolute_url(), "/vragen/", "/vragen/feed.atom"):
            shown = browser_of(None).get(url).content.decode()
            assert "<script>alert" not in shown
            assert "<img src=x" not in shown
            assert "\u202e" not in shown
    assert browser.post("/vragen/stellen/", {**body, "title": "a\x00b"}).status_code in {200, 422}


def test_the_feed_holds_what_is_public(asked: Asked, browser_of: BrowserOf) -> None:
    question = asked()
    asked("Binnen", audience="ingelogd")
    response = browser_of(None).get("/vragen/feed.atom")
    (entry,) = ElementTree.fromstring(response.content).findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}id").endswith(f"vragen/{question.pk}")  # type: ignore[union-attr]
    again = browser_of(None).get("/vragen/feed.atom", headers={"if-none-match": response["ETag"]})
    assert again.status_code == 304


def test_everyone_sees_and_finds_what_is_meant_for_them(
    asked: Asked, person: Make, circle: Circle, joined: Callable[..., Person], asker: Person
) -> None:
    member, _ = joined(person("Lid")), joined(asker)
    for audience in ("openbaar", "ingelogd", "kring"):
        asked(f"Thuiszitter {audience}", audience=audience, circle=circle)
    take_back(asked("Thuiszitter weg"), by=asker)
    for who, number in ((AnonymousUser(), 1), (person("Ander"), 2), (member, 3), (asker, 3)):
        seen = {question.title for question in Question.objects.visible_to(who)}
        assert len(seen) == number
        assert {hit.title for hit in search(who, "thuiszitter", kinds=("vraag",)).hits} == seen


def test_a_merged_theme_takes_its_questions_along(asked: Asked, theme: Theme) -> None:
    question, other = asked(themes=[theme]), add_theme("Verzuim", by=None)
    merge(theme, into=other, by=None)
    assert list(question.themes.all()) == [other]


def test_a_list_goes_on_where_it_stopped(asked: Asked, browser_of: BrowserOf) -> None:
    now = timezone.now()
    for number in range(A_PAGE + 3):
        asked(f"Vraag {number}", now=now)  # all at one moment: the number decides
    first = browser_of(None).get("/vragen/")
    second = browser_of(None).get(f"/vragen/{first.context['older']}")
    shown = [q.pk for page in (first, second) for q, _ in page.context["lines"]]
    assert shown == sorted(set(shown), reverse=True)
    assert len(shown) == A_PAGE + 3
    assert Place.read("2026-01-01T00:00_1") is Place.read("x") is None


def queries_of(browser: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(url).status_code == 200
    return len(asked)


def answered(question: Question, person: Make, asker: Person, start: int, end: int) -> None:
    for number in range(start, end):
        knows = person(f"Weter{number}")
        Profile.objects.create(person=knows, sort_name=knows.name)
        row = answer(question, text=f"Antwoord {number}", by=knows)
        remark = remark_on(row, ON_AN_ANSWER, text="Dank.", by=asker)
        remark_on(row, ON_AN_ANSWER, text="Graag.", by=knows, answering=remark)
        remark_on(question, ON_A_QUESTION, text="Goede vraag.", by=knows)
        thank(row, by=asker)


@pytest.mark.parametrize("audience", ["openbaar", "kring"])
def test_a_question_costs_the_same_with_one_answer_and_with_twenty(
    audience: str,
    asked: Asked,
    asker: Person,
    person: Make,
    browser_of: BrowserOf,
    circle: Circle,
    joined: Callable[..., Person],
    theme: Theme,
) -> None:
    joined(asker)
    question = asked(audience=audience, circle=circle, themes=[theme])
    answered(question, person, asker, 0, 1)
    accept(Answer.objects.get(), by=asker)
    browser = browser_of(asker)
    one = queries_of(browser, question.get_absolute_url())
    answered(question, person, asker, 1, 21)
    assert queries_of(browser, question.get_absolute_url()) == one <= 15
    assert browser.get(question.get_absolute_url()).content.decode().count('id="antwoord-') == 22


def test_a_list_costs_the_same_for_one_question_and_for_three(
    asked: Asked, asker: Person, theme: Theme, browser_of: BrowserOf
) -> None:
    browser = browser_of(asker)
    asked(themes=[theme])
    one = queries_of(browser, "/vragen/")
    for _ in range(2):
        asked(themes=[theme])
    assert queries_of(browser, "/vragen/") == one <= 9


def test_an_answer_on_a_later_page_is_found(
    asked: Asked, person: Make, browser_of: BrowserOf
) -> None:
    question, knows = asked(), person("Weter")
    rows = [answer(question, text=f"Antwoord {n}", by=knows) for n in range(45)]
    for row in (rows[0], rows[20], rows[44]):
        shown = browser_of(None).get(row.get_absolute_url()).content.decode()
        assert f'id="antwoord-{row.pk}"' in shown
    remark = remark_on(rows[44], ON_AN_ANSWER, text="Dank.", by=knows)
    shown = browser_of(None).get(ON_AN_ANSWER.url(rows[44])).content.decode()
    assert f'id="reactie-{remark.pk}"' in shown


def test_an_answer_keeps_its_paragraphs_and_none_of_its_markup(
    asked: Asked, person: Make, browser_of: BrowserOf
) -> None:
    question = asked()
    answer(question, text="Bel eerst.\n\nDan <b>pas</b> langs.", by=person("Weter"))
    shown = browser_of(None).get(question.get_absolute_url()).content.decode()
    assert "<p>Bel eerst.</p>\n\n<p>Dan &lt;b&gt;pas&lt;/b&gt; langs.</p>" in shown


def test_from_a_theme_one_asks_about_that_theme(
    browser_of: Callable[[Any], Client], asker: Person, theme: Theme
) -> None:
    browser = browser_of(asker)
    link = f"/vragen/stellen/?thema={theme.pk}"
    assert link in browser.get(theme.get_absolute_url()).content.decode()
    assert "/vragen/stellen/" not in Client().get(theme.get_absolute_url()).content.decode()
    form = browser.get(link).context["form"]
    assert form["themes"].value() == [theme.pk]
    for wrong in ("0", "x", "9" * 400, "²"):
        assert browser.get(f"/vragen/stellen/?thema={wrong}&kring={wrong}").status_code == 200
