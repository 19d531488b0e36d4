"""Every room that takes text is sent the whole corpus of hostile texts."""

import re
import xml.etree.ElementTree as ElementTree
from typing import Any

import pytest
from django.core import mail
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerkring.exchange.questions.models import Question
from leerkring.foundation.notifications.models import Notice
from leerkring.foundation.notifications.tasks import run_due as send_mail
from leerkring.foundation.remarks.models import Remark
from tests.access_table import BODIES, LATER, addresses, body
from tests.cast import CAST, World
from tests.hostile import TEXTS, TURNING, faults_in
from tests.test_access import TABLE, AsMember, Row


class Undo(Exception):
    """What was stored for one text is gone before the next."""


def texts_of(row: Row) -> list[str]:
    """The fields of a form that hold a sentence."""
    rooms = [room.BODIES for room in LATER if row.name in room.BODIES]
    sent = rooms[0][row.name] if rooms else BODIES.get(row.name, {})
    return [name for name, value in sent.items() if isinstance(value, str) and is_sentence(value)]


def is_sentence(value: str) -> bool:
    return " " in value.strip() or bool(re.fullmatch(r"[A-Z].*[.?!]", value))


def first_who_may(row: Row) -> str:
    return next((who for who, gets in zip(CAST, row.gets, strict=True) if gets == "302"), "")


WRITING = [row for row in TABLE if row.method == "POST" and first_who_may(row) and texts_of(row)]
ONCE = list({row.name: row for row in reversed(WRITING)}.values())


def test_the_corpus_is_recognised_where_nobody_cleans_it() -> None:
    """Or the tests below would find nothing in any page."""
    bad = {name for name, text in TEXTS.items() if faults_in(f"<p title='{text}'>{text}</p>")}
    assert {"a script", "a picture that runs", "html for a mail", "turned around"} <= bad


def test_every_room_in_which_people_write_is_in_the_table() -> None:
    rooms = {row.name.partition(":")[0] for row in ONCE}
    wanted = {"remarks", "questions", "moderation", "circles", "dilemmas", "agreements", "meetings"}
    assert wanted <= rooms


@pytest.mark.parametrize("row", ONCE, ids=lambda row: row.name)
def test_a_hostile_text_is_stored_harmlessly_or_refused_in_words(
    row: Row, world: World, as_member: AsMember
) -> None:
    browser = as_member(first_who_may(row))
    url = reverse(row.name, kwargs=addresses(world)[row.about])
    found = {}
    for name, text in TEXTS.items():
        sent = body(row.name) | dict.fromkeys(texts_of(row), text)
        try:
            with transaction.atomic():
                answer = browser.post(url, sent)
                if faults := harm_of(browser, answer):
                    found[name] = faults
                raise Undo
        except Undo:
            continue
    assert found == {}


def harm_of(browser: Client, answer: HttpResponse) -> list[str]:
    """Where it leads; or on the page that refuses it, which shows what one typed as one did."""
    stored = answer.status_code == 302
    if stored:
        answer = browser.get(answer["Location"].partition("#")[0], follow=True)
    if answer.status_code >= 500:
        return [str(answer.status_code)]
    is_page = answer.get("Content-Type", "").startswith("text/html")
    shown = answer.content.decode() if is_page else ""
    return faults_in(shown if stored else TURNING.sub("", shown))


QUESTION = {"audience": "openbaar", "circle": "", "anders": "1"}


def ask(browser: Client, text: str) -> bool:
    sent = {**QUESTION, "title": text[:150], "text": text[:8000]}
    return bool(browser.post(reverse("questions:ask"), sent).status_code == 302)


@pytest.mark.parametrize("name", list(TEXTS))
def test_what_is_let_in_does_no_harm_in_feed_search_and_mail(
    name: str, world: World, as_member: AsMember, client: Client
) -> None:
    browser = as_member("team_mate")
    if not ask(browser, TEXTS[name]):
        return
    question = Question.objects.order_by("-pk")[0]
    sent = {"text": TEXTS[name][:4000]}
    browser = as_member("professional")
    browser.post(reverse("remarks:add", args=["questions.question", question.pk]), sent)
    feed = browser.get(reverse("questions:feed"))
    ElementTree.fromstring(feed.content)
    pages = [question.get_absolute_url(), "/zoeken/?q=alert", "/zoeken/?soort=vraag", "/"]
    pages.append(reverse("notifications:list"))
    shown = {url: faults_in(browser.get(url).content.decode()) for url in pages}
    assert {url: faults for url, faults in shown.items() if faults} == {}
    assert faults_in_mails() == []


def faults_in_mails() -> list[str]:
    mail.outbox.clear()
    send_mail(timezone.now())
    faults: list[Any] = []
    for message in mail.outbox:
        assert "\n" not in message.subject
        for content, kind in getattr(message, "alternatives", []):
            if kind == "text/html":
                faults += faults_in(str(content))
    return faults


def test_a_name_in_other_letters_calls_nobody(world: World, as_member: AsMember) -> None:
    person = world.people["coordinator"]
    said = f"@{person.name}".replace("o", "\u043e").replace("a", "\u0430").replace("e", "\u0435")
    assert said != f"@{person.name}"
    about = ["posts.post", world.things["posts openbaar"].pk]
    as_member("team_mate").post(reverse("remarks:add", args=about), {"text": f"{said}, kijk."})
    remark = Remark.objects.order_by("-pk")[0]
    told = Notice.objects.filter(person=person, occasion__event="remarks.mentioned")
    assert said in remark.text and not told.exists()
