"""Answering; saying which answer helped, and what was done with it."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from leerkring.exchange.questions.actions import throw_draft_away
from leerkring.exchange.questions.models import (
    Acceptance,
    Answer,
    Appeal,
    Change,
    Outcome,
    Question,
)
from leerkring.exchange.questions.routing_actions import stop_routing
from leerkring.exchange.questions.telling_actions import (
    tell_accepted,
    tell_of_answer,
    tell_outcome,
)
from leerkring.foundation.activity.actions import record
from leerkring.foundation.notifications.actions import retell
from leerkring.foundation.search.actions import index


@transaction.atomic
def answer(question: Question, *, text: str, by: Any) -> Answer:
    """Nobody else has to be asked then; who was asked has answered."""
    made = Answer.objects.create(question=question, author=by, text=text)
    Appeal.objects.filter(question=question, person=by).update(reply=Appeal.Reply.ANSWERED)
    stop_routing(question)
    throw_draft_away(by, question)
    index(question)
    tell_of_answer(made)
    record("questions.answered", by=by, about=question, sentence="Een vraag beantwoord.")
    return made


@transaction.atomic
def change_answer(row: Answer, *, text: str, note: str, by: Any) -> None:
    row.text, row.changed_at = text, timezone.now()
    row.save(update_fields=["text", "changed_at"])
    Change.objects.create(answer=row, by=by, note=note)
    retell(row, quote=text[:300], events=["questions.answered"])
    index(row.question)


@transaction.atomic
def accept(row: Answer, *, by: Any) -> Acceptance:
    """This one helped, instead of another that did before; the same twice changes nothing.

    `by` is None when a key says so: then it is told by the worker and no moment is kept.
    """
    question = Question.objects.select_for_update(of=("self",)).get(pk=row.question_id)
    before = Acceptance.objects.filter(question=question).first()
    if before is not None and before.answer_id == row.pk:
        return before
    if before is not None:
        before.delete()
    made = Acceptance.objects.create(question=question, answer=row, by=by, on=timezone.localdate())
    stop_routing(question)
    if by is not None:
        tell_accepted(made)
        record("questions.accepted", by=by, about=question, sentence="Een antwoord hielp.")
    return made


@transaction.atomic
def take_acceptance_back(question: Question) -> None:
    Acceptance.objects.filter(question=question).delete()


@transaction.atomic
def say_what_came_of_it(question: Question, *, worked: str, text: str | None, by: Any) -> Outcome:
    """Once; said again, the last word counts; `text` None leaves the words as they are. Whoever
    helped hears it (not when a key says so)."""
    told = {"worked": worked, "by": by, "on": timezone.localdate()}
    told |= {} if text is None else {"text": text}
    outcome, _ = Outcome.objects.update_or_create(question=question, defaults=told)
    if by is not None and worked != Outcome.Worked.NOT_YET:
        tell_outcome(outcome)
    return outcome
