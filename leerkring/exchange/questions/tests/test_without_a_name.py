"""A question without a name, against somebody who holds the whole database.

The strongest thing that can be said: whoever asks, every table holds the same. Two people do
exactly the same in two worlds that are otherwise equal; nothing tells the worlds apart.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.core import mail
from django.db import connection, models, transaction
from django.test import Client
from django.utils import timezone

from leerkring.exchange.questions.actions import Asked as Says
from leerkring.exchange.questions.actions import ask, keep_draft
from leerkring.exchange.questions.answering_actions import accept, answer
from leerkring.exchange.questions.handing_actions import hand_over, opened, post_for
from leerkring.exchange.questions.models import Acceptance, Draft, Handover, Key, Question, Word
from leerkring.exchange.questions.tasks import run_due
from leerkring.exchange.questions.tests.conftest import BACKEND
from leerkring.foundation.notifications.models import Notice, Occasion
from leerkring.foundation.notifications.tasks import run_due as send_mails
from leerkring.foundation.privacy.actions import erase, export_of
from leerkring.foundation.remarks.models import Remark
from leerkring.foundation.search.queries import search
from leerkring.network.circles.models import Circle
from leerkring.network.people.models import Person
from leerkring.network.themes.actions import follow
from leerkring.network.themes.models import Theme

Make = Callable[..., Person]
BrowserOf = Callable[[Any], Client]
TITLE = "Hoe zeg je dat je het niet meer trekt?"
RANDOM = {"questions_key.name", "questions_handover.id", "questions_handover.key"}
OWN_SESSION = {"django_session", "entrance_signin", "sqlite_sequence"}


@pytest.fixture
def group(person: Make, joined: Callable[..., Person], theme: Theme) -> dict[str, Person]:
    """Six in a circle: five alike, of whom each may ask, and a guide. All follow the theme."""
    people = {name: joined(person(name)) for name in ("Ansje", "Bep", "Coen", "Dia", "Els")}
    people["Gids"] = joined(person("Gids"), "facilitator")
    for one in people.values():
        follow(theme, person=one)
    return people


def rows() -> Iterator[tuple[str, str, Any]]:
    """Every cell of every table but sessions, as (table, column, value)."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table in OWN_SESSION or table.startswith("search_words"):
                continue
            cursor.execute(f'SELECT * FROM "{table}"')
            names = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                yield from ((table, name, cell) for name, cell in zip(names, row, strict=True))


def dump() -> list[str]:
    """All of it, without moments and what is random anyway, in an order of its own."""
    moments = {
        f"{model._meta.db_table}.{field.column}"
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, models.DateTimeField)
    }
    kept = (cell for cell in rows() if f"{cell[0]}.{cell[1]}" not in moments | RANDOM)
    return sorted(f"{table}.{column}={value!r}" for table, column, value in kept)


def whole_cycle(group: dict[str, Person], circle: Circle, browser: Client, theme: Theme) -> str:
    """Handed over, sent back, said otherwise, posted, answered, accepted, thanked for, used."""
    body = {"title": TITLE, "text": "Ik twijfel.", "circle": circle.pk}
    shown = browser.post("/vragen/zonder-naam/", body)
    assert shown.status_code == 200
    key: str = shown.context["key"]
    guide = Client()
    guide.force_login(group["Gids"], backend=BACKEND)
    handover = Handover.objects.get()
    guide.post(f"/vragen/overdracht/{handover.pk}/terug/", {"remark": "Korter, graag."})
    assert "Korter, graag." in browser.post("/vragen/sleutel/", {"key": key}).content.decode()
    browser.post("/vragen/sleutel/andere-woorden/", {"key": key, "title": TITLE, "text": ""})
    post = {"title": TITLE, "audience": "kring", "circle": circle.pk, "themes": [theme.pk]}
    assert guide.post(f"/vragen/overdracht/{handover.pk}/", post).status_code == 302
    question = Question.objects.get()
    row = answer(question, text="Zeg het je gids.", by=group["Els"])
    body = {"key": key, "antwoord": row.pk}
    assert browser.post("/vragen/sleutel/hielp/", body).status_code == 200
    browser.post("/vragen/sleutel/doorgeven/", {"key": key, "text": "Dank je."})
    word = Word.objects.get()
    assert guide.post(f"/vragen/overdracht/woord/{word.pk}/", {"text": "Dank."}).status_code == 302
    body = {"key": key, "worked": "ja", "text": "Ik zei het."}
    assert browser.post("/vragen/sleutel/opbrengst/", body).status_code == 200
    run_due(timezone.now() + timedelta(days=1))
    return key


def test_whoever_asks_every_table_holds_the_same(
    group: dict[str, Person], circle: Circle, theme: Theme, browser_of: BrowserOf
) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("numbers are given out once there, also to what is undone")
    worlds = []
    for name in ("Ansje", "Bep", "Gids"):
        with transaction.atomic():
            browsers = {who: browser_of(group[who]) for who in ("Ansje", "Bep", "Gids")}
            whole_cycle(group, circle, browsers[name], theme)
            worlds.append(dump())
            transaction.set_rollback(True)
    assert worlds[0] == worlds[1]
    assert worlds[0] == worlds[2], "the only guide hands it over like anybody, and posts it"


def test_no_cell_anywhere_names_or_numbers_who_asked(
    group: dict[str, Person], circle: Circle, theme: Theme, browser_of: BrowserOf
) -> None:
    """What leads to the asker is the same after as before, but what everybody else gets too."""
    asker, other = group["Ansje"], group["Bep"]
    browser = browser_of(asker)
    key = whole_cycle(group, circle, browser, theme)
    number = name_of_cells(asker)
    assert number == name_of_cells(other)
    assert not [cell for cell in rows() if key in str(cell[2])]
    question = Question.objects.get()
    assert question.author == group["Gids"]
    acceptance = Acceptance.objects.get()
    assert (acceptance.by, question.outcome.by) == (None, None)
    assert not Handover.objects.exists() | Word.objects.exists()


def name_of_cells(someone: Person) -> list[tuple[str, str]]:
    """Where somebody is pointed at: by number in a column for people, by name or address."""
    people = {
        (model._meta.db_table, field.column)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and field.related_model is Person
    } | {("people_person", "id")}
    said = (someone.email, someone.name)
    return sorted(
        (table, column)
        for table, column, cell in rows()
        if ((table, column) in people and cell == someone.pk)
        or (isinstance(cell, str) and any(word in cell for word in said))
    )


def test_nothing_that_goes_out_names_who_asked(
    group: dict[str, Person], circle: Circle, theme: Theme, browser_of: BrowserOf
) -> None:
    asker, reader = group["Ansje"], browser_of(group["Bep"])
    whole_cycle(group, circle, browser_of(asker), theme)
    question = Question.objects.get()
    send_mails(timezone.now() + timedelta(days=9))
    pages = [question.get_absolute_url(), "/vragen/", "/vragen/feed.atom", "/meldingen/"]
    pages += ["/zoeken/?q=trekt"]
    shown = "".join(reader.get(page).content.decode() for page in pages)
    assert TITLE in shown
    for text in (shown, *(str(m.message()) for m in mail.outbox if asker.email not in m.to)):
        assert asker.name not in text
        assert asker.email not in text
    assert {hit.title for hit in search(group["Bep"], "trekt").hits} == {TITLE}
    assert not search(group["Bep"], asker.name).hits


def test_exports_counts_and_erasure_know_nothing_of_it(
    group: dict[str, Person], circle: Circle, theme: Theme, browser_of: BrowserOf
) -> None:
    asker = group["Ansje"]
    browser = browser_of(asker)
    whole_cycle(group, circle, browser, theme)
    kinds, others = ([k["label"] for k in export_of(one)] for one in (asker, group["Bep"]))
    assert kinds == others
    assert "Vragen die je stelde of voor een ander plaatste" in str(export_of(group["Gids"]))
    mine = browser.get("/vragen/?van=mij").content.decode()
    assert question_links(mine) == 0
    erase(asker)
    assert Question.objects.get().title == TITLE


def question_links(page: str) -> int:
    return page.count('class="question-line__title"')


def test_who_guides_is_told_the_next_morning_and_nobody_is_left_out(
    group: dict[str, Person], circle: Circle, browser_of: BrowserOf
) -> None:
    """Also when a facilitator asks: leaving them out would say who it was."""
    body = {"title": TITLE, "circle": circle.pk}
    assert browser_of(group["Gids"]).post("/vragen/zonder-naam/", body).status_code == 200
    morning = timezone.localtime().replace(hour=7, minute=5)
    run_due(morning)
    assert not Occasion.objects.exists()
    run_due(morning + timedelta(days=1))
    run_due(morning + timedelta(days=1))
    assert [n.person.name for n in Notice.objects.all()] == ["Gids"]
    assert Occasion.objects.get().by is None


def test_notices_of_a_handover_go_with_it(group: dict[str, Person], circle: Circle) -> None:
    key = hand_over(TITLE, "", circle=circle)
    run_due(timezone.localtime().replace(hour=8) + timedelta(days=1))
    assert Occasion.objects.exists()
    handover = opened(key)
    assert isinstance(handover, Handover)
    post_for(handover, Says(TITLE), by=group["Gids"])
    assert not Occasion.objects.filter(event="questions.handed_over").exists()
    assert Key.objects.get().question.title == TITLE


def test_a_draft_with_the_same_words_does_not_stay_behind(
    group: dict[str, Person], circle: Circle, browser_of: BrowserOf
) -> None:
    keep_draft(group["Ansje"], {"title": TITLE})
    browser = browser_of(group["Ansje"])
    assert browser.post("/vragen/zonder-naam/", {"title": TITLE}).status_code == 200
    assert not Draft.objects.exists()


def test_ones_own_name_is_asked_about(group: dict[str, Person], browser_of: BrowserOf) -> None:
    body = {"title": "Ik heet Coen en ik twijfel"}
    answered = browser_of(group["Coen"]).post("/vragen/zonder-naam/", body)
    assert answered.status_code == 422
    assert not Handover.objects.exists()


def test_in_a_small_group_everybody_would_know(
    person: Make, joined: Callable[..., Person], circle: Circle, browser_of: BrowserOf
) -> None:
    alone = joined(person("Ansje"))
    answered = browser_of(alone).post("/vragen/zonder-naam/", {"title": TITLE, "circle": circle.pk})
    assert answered.status_code == 422
    assert "te weinig mensen" in answered.content.decode()


def test_without_the_key_nobody_speaks_for_who_asked(
    group: dict[str, Person], circle: Circle, browser_of: BrowserOf
) -> None:
    """Not the guide who posted it, and not another key."""
    key, wrong = (hand_over(title, "", circle=circle) for title in (TITLE, "Iets anders"))
    handover = opened(key)
    assert isinstance(handover, Handover)
    question = post_for(handover, Says(TITLE, audience="openbaar"), by=group["Gids"])
    row = answer(question, text="Zeg het.", by=group["Els"])
    guide = browser_of(group["Gids"])
    assert guide.post(f"/vragen/{question.pk}/hielp/", {"antwoord": row.pk}).status_code == 404
    assert guide.get(f"/vragen/{question.pk}/opbrengst/").status_code == 404
    for never in (wrong, "", "x" * 300, "0" * 26):
        browser_of(None).post("/vragen/sleutel/hielp/", {"key": never, "antwoord": row.pk})
    assert not Acceptance.objects.exists()
    shown = browser_of(None).post("/vragen/sleutel/hielp/", {"key": key, "antwoord": row.pk})
    assert shown.status_code == 200
    assert "no-store" in shown["Cache-Control"]
    assert Acceptance.objects.exists()


def test_a_key_opens_no_closed_circle(
    group: dict[str, Person], circle: Circle, browser_of: BrowserOf
) -> None:
    """It says who asked, not who is in the circle today."""
    key = hand_over(TITLE, "", circle=circle)
    handover = opened(key)
    assert isinstance(handover, Handover)
    question = post_for(handover, Says(TITLE, (), (), "kring", circle), by=group["Gids"])
    row = answer(question, text="Alleen voor ons.", by=group["Els"])
    outside = browser_of(None)
    assert "Alleen voor ons" not in outside.post("/vragen/sleutel/", {"key": key}).content.decode()
    body = {"key": key, "antwoord": row.pk}
    assert outside.post("/vragen/sleutel/hielp/", body).status_code == 404


def test_what_is_passed_on_stands_under_the_name_of_who_passed_it(
    group: dict[str, Person], circle: Circle, theme: Theme, browser_of: BrowserOf
) -> None:
    whole_cycle(group, circle, browser_of(group["Ansje"]), theme)
    remark = Remark.objects.get()
    assert remark.author == group["Gids"]
    assert remark.text.startswith("Van wie deze vraag stelde:")


def test_of_an_ordinary_question_one_is_told_at_once(asker: Person) -> None:
    """What waits for the morning is only what has no name."""
    question = ask(Says("Wie weet dit?"), by=asker)
    answer(question, text="Ik.", by=Person.objects.create_user("els@voorbeeld.nl", "Els"))
    assert Notice.objects.filter(person=asker, occasion__event="questions.answered").exists()


def test_a_stranger_with_a_key_learns_of_nobody_who_takes_part(
    group: dict[str, Person], circle: Circle, browser_of: BrowserOf
) -> None:
    """A question about a name would tell that somebody with it is here."""
    Person.objects.filter(pk=group["Els"].pk).update(name="Zwaantje Bomhoff")
    key = hand_over(TITLE, "", circle=None)
    body = {"key": key, "title": TITLE, "text": "Zwaantje Bomhoff en Wietse Overkamp."}
    url = "/vragen/sleutel/andere-woorden/"
    assert browser_of(group["Ansje"]).post(url, body).status_code == 422
    assert Client().post(url, body).status_code == 200
    assert Handover.objects.get().text == body["text"]


def test_what_a_stranger_writes_of_the_outcome_waits_for_who_guides(
    group: dict[str, Person], browser_of: BrowserOf
) -> None:
    """With a known name or without: neither the answer nor the page tells which are known."""
    Person.objects.filter(pk=group["Els"].pk).update(name="Zwaantje Bomhoff")
    key = hand_over(TITLE, "", circle=None)
    question = post_for(Handover.objects.get(), Says(TITLE), by=group["Gids"])
    accept(answer(question, text="Zo.", by=group["Els"]), by=None)
    url, said = "/vragen/sleutel/opbrengst/", []
    for name in ("Zwaantje Bomhoff", "Wietse Overkamp"):
        page = Client().post(url, {"key": key, "worked": "ja", "text": f"{name} hielp."})
        assert page.status_code == 200
        said.append(page.context["said"])
        shown = page.content.decode() + Client().get(question.get_absolute_url()).content.decode()
        assert f"{name} hielp" not in shown
    assert said[0] == said[1] != "Bedankt."
    assert {word.text for word in question.words.all()} == {
        "Zwaantje Bomhoff hielp.",
        "Wietse Overkamp hielp.",
    }
    assert (question.outcome.worked, question.outcome.text) == ("ja", "")
    browser = browser_of(group["Ansje"])
    assert browser.post(url, {"key": key, "worked": "deels", "text": "Het lukte."}).context["told"]
    Client().post(url, {"key": key, "worked": "ja", "text": ""})
    question.outcome.refresh_from_db()
    assert (question.outcome.worked, question.outcome.text) == ("ja", "Het lukte.")
