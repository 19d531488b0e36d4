"""What somebody wrote where they do not read any more: in a circle that they went out of.

Only their own words and the day. What the others say there, and what the question of somebody
else is called by now, is for who is in it.
"""

from typing import Any

from django.db.models import QuerySet

from leerkring.exchange.questions.models import Answer, Question
from leerkring.network.circles.audience import Audience

MOST = 100


def own_questions(person: Any) -> QuerySet[Question]:
    """Those that stand and are theirs, wherever; not what they passed on for somebody else."""
    return Question.objects.standing().filter(author=person.pk, on_behalf=False)


def own_answers(person: Any) -> QuerySet[Answer]:
    """Those that stand, below a question that stands, wherever."""
    return Answer.objects.standing().filter(author=person.pk, question__retraction=None)


def questions_left(person: Any) -> QuerySet[Question]:
    seen = Question.objects.visible_to(person).values("pk")
    rows = own_questions(person).filter(audience=Audience.CIRCLE).exclude(pk__in=seen)
    return rows.order_by("-asked_at", "-pk")[:MOST]


def answers_left(person: Any) -> QuerySet[Answer]:
    seen = Question.objects.visible_to(person).values("pk")
    rows = own_answers(person).filter(question__audience=Audience.CIRCLE)
    return rows.exclude(question__in=seen).order_by("-at", "-pk")[:MOST]
