"""Telling people: of a new question, of answers, of what came of them."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.urls import reverse

from leerkring.exchange.questions.handing_queries import who_pass_on
from leerkring.exchange.questions.models import (
    Acceptance,
    Answer,
    Draft,
    Handover,
    Outcome,
    Question,
    Word,
)
from leerkring.exchange.questions.reading_queries import circle_of, where_it_goes
from leerkring.foundation.notifications.actions import notify
from leerkring.network.circles.audience import Audience
from leerkring.network.circles.hearing_queries import hearers
from leerkring.network.circles.queries import keepers_of, readers_among, readers_for
from leerkring.network.themes.queries import followers_of


def _tell(
    event: str, people: Iterable[int | None], question: Question, sentence: str, **more: Any
) -> None:
    """Of this question, as loud as its circle is for them, whoever else may read it."""
    more = {"title": question.title, "url": question.get_absolute_url(), "about": question, **more}
    notify(
        event,
        people={person for person in people if person is not None},
        sentence=sentence,
        circle=question.circle_id,
        **more,
    )


def _reads(question: Question, person: int | None) -> set[int]:
    """This person, unless they went out of the circle that it is for."""
    return readers_among({person}, question.audience, question.circle_id)


@transaction.atomic
def announce(question: Question, *, now: datetime) -> None:
    """Tell the circle and the followers of its themes; each once, and not who is asked already."""
    waiting = Question.objects.filter(pk=question.pk, announced_at=None)
    if not waiting.update(announced_at=now):
        return
    members, followers = hearers(
        question.circle_id,
        followers_of([theme.pk for theme in question.themes.all()]),
        event="questions.new_in_circle",
        only_here=question.audience == Audience.CIRCLE,
    )
    asked = set(question.appeals.values_list("person_id", flat=True))
    for event, people in (
        ("questions.new_in_circle", members - asked),
        ("questions.new_in_theme", followers - asked),
    ):
        _tell(event, people, question, "", quote=question.text[:300], by=question.author)


def put_to(question: Question, person: int) -> None:
    """«Weet jij dit?», to one person."""
    sentence = (
        "Weet jij dit? Je gaf aan dat je hier veel van weet. Liever niet? Dat mag zonder uitleg."
    )
    _tell("questions.routed", {person}, question, sentence, url=reverse("questions:routed"))


def tell_stuck(question: Question) -> None:
    sentence = "Na enkele werkdagen staat er nog geen antwoord. Weet jij wie dit kan weten?"
    _tell("questions.stuck", keepers_of(question.circle), question, sentence)


def tell_of_answer(answer: Answer) -> None:
    """Who asked, or who passed the question on. It is about the answer: what is taken back or
    redacted of that is told to nobody any more."""
    question = answer.question
    _tell(
        "questions.answered",
        _reads(question, question.author_id),
        question,
        "",
        quote=answer.text[:300],
        url=answer.get_absolute_url(),
        by=answer.author,
        about=answer,
        thread=question,
    )


@transaction.atomic
def tell_accepted(acceptance: Acceptance) -> None:
    """Whose answer helped. Once, also when it is tried again."""
    untold = Acceptance.objects.filter(pk=acceptance.pk, is_told=False)
    if untold.update(is_told=True):
        _tell(
            "questions.accepted",
            _reads(acceptance.question, acceptance.answer.author_id),
            acceptance.question,
            "Wie de vraag stelde, koos jouw antwoord.",
            url=acceptance.answer.get_absolute_url(),
            once=f"answer-{acceptance.answer_id}",
        )


@transaction.atomic
def ask_for_outcome(acceptance: Acceptance, *, today: date) -> None:
    """Six weeks later: «Wat heb je ermee gedaan?» Where a key asked, its page does."""
    unasked = Acceptance.objects.filter(pk=acceptance.pk, outcome_asked_on=None)
    if unasked.update(outcome_asked_on=today) and acceptance.by_id is not None:
        question = acceptance.question
        _tell(
            "questions.outcome_due",
            _reads(question, acceptance.by_id),
            question,
            "Zes weken geleden hielp een antwoord je. Wat heb je ermee gedaan?",
            url=reverse("questions:outcome", args=[question.pk]),
        )


def tell_outcome(outcome: Outcome) -> None:
    """Whose answer it was hears what came of it."""
    acceptance = outcome.question.acceptance
    said, quote = f"{outcome.get_worked_display()}.", outcome.text[:300]
    author = _reads(outcome.question, acceptance.answer.author_id)
    _tell("questions.outcome", author, outcome.question, said, quote=quote, by=outcome.by)


@transaction.atomic
def tell_guides(thing: Handover | Word) -> None:
    """In whose hands it is. Everybody who guides, whoever they are: leaving somebody out would
    say who it was. The worker does this once a day: the moment says nothing either. Where nobody
    is left to tell it waits until there is."""
    people = (
        readers_for(thing.circle) if isinstance(thing, Handover) else who_pass_on(thing.question)
    )
    if not people:
        return
    untold = type(thing)._default_manager.filter(pk=thing.pk, is_told=False)
    if not untold.update(is_told=True):
        return
    if isinstance(thing, Handover):
        notify(
            "questions.handed_over",
            people=people,
            about=thing,
            title="Een vraag zonder naam",
            sentence="Iemand wil een vraag stellen zonder genoemd te worden. Plaats jij hem?",
            url=reverse("questions:handover", args=[thing.pk]),
            circle=thing.circle_id,
        )
    else:
        _tell(
            "questions.handed_over",
            people,
            thing.question,
            "Wie deze vraag zonder naam stelde, wil iets zeggen. Geef jij het door?",
            url=reverse("questions:word", args=[thing.pk]),
            once=f"word-{thing.pk}",
        )


def tell_second_readers(draft: Draft) -> None:
    notify(
        "questions.to_read",
        people=readers_for(circle_of(draft)),
        about=draft,
        title="Lees je even mee?",
        sentence="Iemand twijfelt of een tekst naar een mens wijst.",
        url=reverse("questions:reading", args=[draft.pk]),
        by=draft.author,
        circle=where_it_goes(draft),
        once=draft.saved_at.isoformat(),
    )


def tell_who_wrote(draft: Draft, sentence: str, *, by: Any) -> None:
    """What the second reader said."""
    notify(
        "questions.read_along",
        people={draft.author_id},
        about=draft,
        title="Je tekst is gelezen",
        sentence=sentence,
        url=draft.url,
        by=by,
        circle=where_it_goes(draft),
        once=draft.saved_at.isoformat(),
    )
