"""Asking, changing, closing and taking back a question; and what is kept while one writes."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from leerkring.exchange.questions.models import (
    Answer,
    Change,
    Closing,
    Draft,
    Question,
    Retraction,
)
from leerkring.exchange.questions.queries import living_themes
from leerkring.exchange.questions.reading_queries import draft_of
from leerkring.exchange.questions.routing_actions import begin_routing, stop_routing
from leerkring.foundation.activity.actions import record
from leerkring.foundation.language.checking_actions import withdraw as ask_no_reader
from leerkring.foundation.notifications.actions import retell
from leerkring.foundation.notifications.actions import withdraw as take_notices_back
from leerkring.foundation.search.actions import forget, index
from leerkring.network.circles.audience import Audience
from leerkring.network.circles.models import Circle
from leerkring.network.themes.models import Theme

ANNOUNCING = ("questions.new_in_circle", "questions.new_in_theme")


@dataclass(frozen=True)
class Asked:
    """What a question says, and for whom."""

    title: str
    text: str = ""
    themes: Iterable[Theme] = field(default_factory=tuple)
    audience: str = Audience.SIGNED_IN.value
    circle: Circle | None = None


@transaction.atomic
def ask(asked: Asked, *, by: Any, on_behalf: bool = False, now: datetime | None = None) -> Question:
    """A question goes out, and to one person who may know. Its draft is gone then."""
    now = now or timezone.now()
    question = Question(author=by, on_behalf=on_behalf, asked_at=now)
    _say(question, asked)
    if not on_behalf:  # what who guides was typing for themselves stays
        throw_draft_away(by)
    index(question)
    record("questions.asked", by=by, about=question, sentence="Een vraag gesteld.")
    begin_routing(question, now=now)
    return question


@transaction.atomic
def change(question: Question, asked: Asked, *, note: str, by: Any) -> None:
    """It reads otherwise, or is for other people. That it was changed stays to be seen."""
    before = question.get_absolute_url()
    question.changed_at = timezone.now()
    _say(question, asked)
    Change.objects.create(question=question, by=by, note=note)
    retell(
        question,
        title=asked.title,
        quote=asked.text[:300],
        events=ANNOUNCING,
        moved=(before, question.get_absolute_url()),
    )
    index(question)


def _say(question: Question, asked: Asked) -> None:
    question.say(asked.title, asked.text)
    question.audience, question.circle = asked.audience, asked.circle
    question.save()
    question.themes.set(living_themes(theme.pk for theme in asked.themes))


@transaction.atomic
def close(question: Question, *, by: Any) -> None:
    """Not needed any more. `by` is None when a key says so: then nothing is recorded of when."""
    today = timezone.localdate()
    _, is_new = Closing.objects.get_or_create(question=question, defaults={"by": by, "on": today})
    stop_routing(question)
    if is_new and by is not None:
        record("questions.closed", by=by, about=question, sentence="Een vraag gesloten.")


@transaction.atomic
def take_back(question: Question, *, by: Any) -> None:
    """Nobody reads it any more, nor what stands below it."""
    _, is_new = Retraction.objects.get_or_create(question=question, defaults={"by": by})
    if is_new:
        Question.objects.filter(pk=question.pk).update(announced_at=timezone.now(), route_at=None)
        question.words.all().delete()
        forget(question)
        take_notices_back(question)
        record("questions.taken_back", by=by, about=question, sentence="Een vraag weggehaald.")


@transaction.atomic
def take_answer_back(answer: Answer, *, by: Any) -> None:
    _, is_new = Retraction.objects.get_or_create(answer=answer, defaults={"by": by})
    if is_new:
        answer.acceptances.all().delete()
        index(answer.question)
        record("questions.taken_back", by=by, about=answer, sentence="Een antwoord weggehaald.")


@transaction.atomic
def keep_draft(person: Any, content: dict[str, Any], *, question: Question | None = None) -> Draft:
    """What was typed, as it was typed. Asked a second reader before? Not for this text."""
    draft = draft_of(person, question) or Draft(author=person, question=question)
    if draft.pk is None or draft.content != content:
        draft.content = content
        draft.save()
        ask_no_reader(draft)
    return draft


def throw_draft_away(person: Any, question: Question | None = None) -> None:
    draft = draft_of(person, question)
    if draft is not None:
        ask_no_reader(draft)
        take_notices_back(draft)
        draft.delete()
