"""What of a question can be found, and by whom."""

from collections.abc import Collection
from typing import Any

from django.db.models import F, QuerySet

from leerkring.exchange.questions.likeness_queries import KIND
from leerkring.exchange.questions.models import Question
from leerkring.foundation.search.lexemes import LONGEST_TEXT
from leerkring.foundation.search.registry import Found, Searchable, register
from leerkring.foundation.statements.made_once import made_once
from leerkring.network.circles.queries import tokens_of_reading

MOST_SIGNS = LONGEST_TEXT  # what the index keeps of one thing


def read(question: Question) -> Found | None:
    """The question with its answers; None when it is not there to be read."""
    if hasattr(question, "retraction"):
        return None
    texts = [question.text, *_answers(question, MOST_SIGNS - len(question.text))]
    return Found(
        title=question.title,
        text="\n".join(filter(None, texts)),
        url=question.get_absolute_url(),
        at=question.asked_at,
        tokens=tokens_of_reading(question.audience, question.circle_id),
        themes=tuple(question.themes.values_list("pk", flat=True)),
        circle=question.circle_id,
        owner=question.author_id,
    )


def _answers(question: Question, room: int) -> list[str]:
    """In the order of the page. All of them, unless they are more than there is room for: then the
    one that helped and the newest, which the asker and the last reader look for."""
    helped_first = F("acceptances").asc(nulls_last=True)
    rows = question.answers.filter(retraction=None).order_by(helped_first, "-pk")
    kept: list[tuple[int, str]] = []
    for pk, text in rows.values_list("pk", "text").iterator(chunk_size=50):
        room -= len(text) + 1
        if room < 0:
            break
        kept.append((pk, text))
    return [text for _, text in sorted(kept)]


@made_once
def visible_ids(person: Any, ids: Collection[Any]) -> QuerySet[Question, int]:
    seen = Question.objects.visible_to(person).filter(pk__in=ids)
    return seen.values_list("pk", flat=True)


register(Searchable(model=Question, kind=KIND, label="Vraag", read=read, visible_ids=visible_ids))
