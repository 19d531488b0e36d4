"""A passage that should never have been written down goes out of everything that we keep of it."""

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from leerkring.exchange.questions.models import Answer, Question
from leerkring.foundation.moderation.redacting_actions import redact_fields, tell_no_more_of
from leerkring.foundation.moderation.redaction import redact_line
from leerkring.foundation.search.actions import index


@transaction.atomic
def redact_question(question: Question, passage: str) -> int:
    """Out of its words, what was said of its changes and outcome, what is being typed below it,
    what can be found and what was told. Answers and reactions stay: they have writers of their own.
    """
    places = redact_fields(question, ["title", "text"], passage)
    if places:
        question.say(question.title, question.text)
        question.changed_at = timezone.now()  # feeds say so, to who has the words from before
        question.save(update_fields=["slug", "changed_at"])
    for row in (*question.changes.all(), *question.words.all()):
        places += redact_fields(row, ["note" if hasattr(row, "note") else "text"], passage)
    if hasattr(question, "outcome"):
        places += redact_fields(question.outcome, ["text"], passage)
    places += _out_of_drafts(question, passage)
    if places:
        _gone(question, passage, question)
    return places


@transaction.atomic
def redact_answer(answer: Answer, passage: str) -> int:
    """The same for an answer."""
    places = redact_fields(answer, ["text"], passage)
    for change in answer.changes.all():
        places += redact_fields(change, ["note"], passage)
    if places:
        _gone(answer, passage, answer.question)
    return places


def _out_of_drafts(question: Question, passage: str) -> int:
    places = 0
    for draft in question.drafts.select_for_update():
        found = 0
        for key, text in draft.content.items():
            if isinstance(text, str):
                draft.content[key], times = redact_line(text, passage)
                found += times
        if found:
            draft.save(update_fields=["content"])
        places += found
    return places


def _gone(row: Model, passage: str, question: Question) -> None:
    """Told to nobody any more, and found as it reads now: another copy of the row may have been
    changed just before."""
    tell_no_more_of(row, passage)
    index(Question.objects.get(pk=question.pk))
