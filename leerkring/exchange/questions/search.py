"""What of a question can be found, and by whom."""

from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet

from leerkring.exchange.questions.likeness_queries import KIND
from leerkring.exchange.questions.models import Question
from leerkring.foundation.search.registry import Found, Searchable, register
from leerkring.foundation.statements.made_once import made_once
from leerkring.network.circles.queries import tokens_of_reading

MOST_ANSWERS = 30


def read(question: Question) -> Found | None:
    """The question with its answers; None when it is not there to be read."""
    if hasattr(question, "retraction"):
        return None
    answers = question.answers.filter(retraction=None).order_by("pk")
    texts = [question.text, *answers.values_list("text", flat=True)[:MOST_ANSWERS]]
    return Found(
        title=question.title,
        text="\n".join(filter(None, texts)),
        url=question.get_absolute_url(),
        at=question.asked_at,
        tokens=tokens_of_reading(question.audience, question.circle_id, question.author_id),
        themes=tuple(question.themes.values_list("pk", flat=True)),
        circle=question.circle_id,
        owner=question.author_id,
    )


@made_once
def visible_ids(person: Any, ids: Collection[Any]) -> QuerySet[Question, int]:
    seen = Question.objects.visible_to(person).filter(pk__in=ids)
    return seen.values_list("pk", flat=True)


register(Searchable(model=Question, kind=KIND, label="Vraag", read=read, visible_ids=visible_ids))
