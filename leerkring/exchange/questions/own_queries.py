"""What somebody wrote where they do not read any more: in a circle that they went out of.

Only their own words and the day. What the others say there, and what the question of somebody
else is called by now, is for who is in it.
"""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from leerkring.exchange.questions.models import Answer, Question
from leerkring.foundation.design.left_behind import LeftBehind
from leerkring.network.circles.audience import Audience

MOST = 100


def own_questions(person: Any) -> QuerySet[Question]:
    """Those that stand and are theirs, wherever; not what they passed on for somebody else."""
    return Question.objects.standing().filter(author=person.pk, on_behalf=False)


def own_answers(person: Any) -> QuerySet[Answer]:
    """Those that stand, below a question that stands, wherever."""
    return Answer.objects.standing().filter(author=person.pk, question__retraction=None)


def left_behind(person: Any) -> list[LeftBehind]:
    """Their questions there, and their answers below questions of others; newest first of each."""
    seen = Question.objects.visible_to(person).values("pk")
    questions = own_questions(person).filter(audience=Audience.CIRCLE).exclude(pk__in=seen)
    answers = own_answers(person).filter(question__audience=Audience.CIRCLE)
    answers = answers.exclude(question__in=seen)
    asked = [
        LeftBehind(row.title, "vraag", row.asked_at, reverse("questions:retraction", args=[row.pk]))
        for row in questions.order_by("-asked_at", "-pk")[:MOST]
    ]
    return asked + [
        LeftBehind(
            row.text, "antwoord", row.at, reverse("questions:answer_retraction", args=[row.pk])
        )
        for row in answers.order_by("-at", "-pk")[:MOST]
    ]
