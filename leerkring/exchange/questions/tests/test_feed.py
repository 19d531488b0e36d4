"""Who has a copy of the feed keeps it only as long as the feed reads the same."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from leerkring.exchange.questions.actions import take_back
from leerkring.exchange.questions.forgetting_actions import forget_questions_of
from leerkring.exchange.questions.models import Question
from leerkring.exchange.questions.redacting_actions import redact_question
from leerkring.network.people.models import Person

Change = Callable[[Question], Any]


def leave(question: Question) -> None:
    Question.objects.filter(pk=question.pk).update(author=None)


def rename(question: Question) -> None:
    Person.objects.filter(pk=question.author_id).update(name="Anders")


@pytest.mark.parametrize(
    ("change", "gone"),
    [
        (lambda question: redact_question(question, "Mevrouw Bel"), "Mevrouw Bel"),
        (leave, "Vraagje"),
        (lambda question: forget_questions_of(question.author), "Vraagje"),
        (rename, "Vraagje"),
        (lambda question: take_back(question, by=question.author), "Mevrouw Bel"),
        (lambda q: Question.objects.filter(pk=q.pk).update(audience="ingelogd"), "Mevrouw Bel"),
    ],
    ids=["redaction", "leaving", "taken along", "rename", "retraction", "audience"],
)
def test_a_copy_does_not_outlive_what_it_says(
    change: Change, gone: str, asked: Callable[..., Question]
) -> None:
    question = asked(text="Mevrouw Bel dronk thee.")
    url, browser = "/vragen/feed.atom", Client()
    first = browser.get(url)
    assert gone in first.content.decode()
    known = {"if-none-match": first["ETag"]}
    assert "Last-Modified" not in first
    change(question)
    again = browser.get(url, headers=known)
    assert again.status_code == 200
    assert gone not in again.content.decode()


def test_a_redaction_is_news_to_who_reads_the_feed(asked: Callable[..., Question]) -> None:
    question = asked(text="Mevrouw Bel dronk thee.")
    then = timezone.now() - timedelta(days=9)
    Question.objects.update(asked_at=then)
    redact_question(question, "Mevrouw Bel")
    entry = Client().get("/vragen/feed.atom").content.decode().partition("<entry>")[2]
    assert f"<published>{then:%Y-%m-%d}" in entry
    assert f"<updated>{timezone.now():%Y-%m-%d}" in entry
