"""Questions and answers of somebody who leaves and wants them gone."""

from typing import Any

from django.db import transaction

from leerkring.exchange.questions.actions import take_back
from leerkring.exchange.questions.models import Answer, Question
from leerkring.foundation.notifications.actions import withdraw
from leerkring.foundation.remarks.forgetting_actions import forget_talk_about
from leerkring.foundation.search.actions import forget, index

TAKEN_AWAY = "Een vraag die is weggehaald"


@transaction.atomic
def forget_answers_of(person: Any) -> None:
    """Every answer of theirs, with what was said of it; also one that helped."""
    for answer in Answer.objects.filter(author=person).select_related("question"):
        question = answer.question
        withdraw(answer)
        forget_talk_about(answer)
        answer.delete()
        index(question)


@transaction.atomic
def forget_questions_of(person: Any) -> None:
    """Every question of theirs. Where others answered the place stays, without words or name, and
    nobody reads it any more: their answers are theirs. What was put for somebody else stays,
    without the name of who passed it on.
    """
    for question in Question.objects.filter(author=person):
        if question.on_behalf:
            Question.objects.filter(pk=question.pk).update(author=None)
        elif question.answers.exclude(author=person).exists():
            _empty(question, by=person)
        else:
            _delete(question)


def _empty(question: Question, *, by: Any) -> None:
    take_back(question, by=by)
    forget_talk_about(question)
    question.changes.all().delete()
    question.say(TAKEN_AWAY, "")
    question.author = None
    question.save(update_fields=["title", "text", "slug", "author"])


def _delete(question: Question) -> None:
    for answer in question.answers.all():
        withdraw(answer)
        forget_talk_about(answer)
    withdraw(question)
    forget_talk_about(question)
    forget(question)
    question.delete()
