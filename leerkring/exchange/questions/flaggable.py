"""Questions and answers can be flagged, by who can read them."""

from typing import Any

from leerkring.exchange.questions.actions import take_answer_back, take_back
from leerkring.exchange.questions.models import Answer, Question
from leerkring.exchange.questions.queries import keepers_of_question
from leerkring.exchange.questions.redacting_actions import redact_answer, redact_question
from leerkring.foundation.moderation.registry import Flaggable, register

MOST = 400


def writers(row: Any) -> set[int]:
    return {row.author_id} - {None}


def answers_to(question: Any) -> list[Any]:
    rows = question.answers.filter(retraction=None).select_related("author", "question")
    return list(rows.order_by("-pk")[:MOST])


def around(answer: Any) -> list[Any]:
    """The question that it answers, and the other answers."""
    return [answer.question, *answers_to(answer.question)]


def stands(answer: Any) -> bool:
    return not hasattr(answer, "retraction") and not hasattr(answer.question, "retraction")


register(
    Flaggable(
        model=Question,
        label="deze vraag",
        visible_to=lambda person: Question.objects.visible_to(person),
        moderators=keepers_of_question,
        hide=lambda question, by: take_back(question, by=by),
        describe=lambda question: f"Vraag van {question.asker_name}",
        passage=lambda question: f"{question.title}\n\n{question.text}".strip(),
        url=lambda question: question.get_absolute_url(),
        stands=lambda question: not hasattr(question, "retraction"),
        writers=writers,
        redact=redact_question,
        beside=answers_to,
    )
)
register(
    Flaggable(
        model=Answer,
        label="dit antwoord",
        visible_to=lambda person: Answer.objects.visible_to(person),
        moderators=lambda answer: keepers_of_question(answer.question),
        hide=lambda answer, by: take_answer_back(answer, by=by),
        describe=lambda answer: f"Antwoord van {answer.author or 'iemand die er niet meer is'}",
        passage=lambda answer: answer.text,
        url=lambda answer: answer.get_absolute_url(),
        stands=stands,
        writers=writers,
        redact=redact_answer,
        beside=around,
    )
)
