"""Drafts of which somebody wants a second pair of eyes."""

from typing import Any

from django.db.models import QuerySet

from leerkring.exchange.questions.models import Draft
from leerkring.exchange.questions.rules import may_read_along
from leerkring.foundation.language.models import SecondReading
from leerkring.foundation.statements.made_once import made_once
from leerkring.network.circles.audience import Audience
from leerkring.network.circles.models import Circle

MOST = 100
LABEL = "questions.draft"


def draft_of(person: Any, question: Any = None) -> Draft | None:
    """What this person was typing: a new question, or an answer to this one."""
    found = _drafts(person, question.pk if question else None)
    return found[0] if found else None


@made_once
def _drafts(person: Any, question: int | None) -> QuerySet[Draft]:
    return Draft.objects.filter(author=person, question=question)[:1]


def where_it_goes(draft: Draft) -> int | None:
    """The number of the circle in which it will stand, whoever else may read it."""
    if draft.question is not None:
        return draft.question.circle_id
    return draft.content.get("circle") or None


def circle_of(draft: Draft) -> Circle | None:
    """The circle that the text is for, when it is for that circle only."""
    if draft.question is not None:
        only = draft.question.audience == Audience.CIRCLE
        return draft.question.circle if only else None
    if draft.content.get("audience") != Audience.CIRCLE:
        return None
    return Circle.objects.filter(pk=draft.content.get("circle") or 0).first()


def drafts_to_read(person: Any) -> list[Draft]:
    """Those at which this person may look, the one that waits longest first."""
    asked = SecondReading.objects.filter(about=LABEL).for_reader(person).order_by("at", "pk")
    ids = [int(pk) for pk in asked.values_list("about_id", flat=True)[:MOST]]
    rows = Draft.objects.select_related("author", "question__circle").in_bulk(ids)
    waiting = [rows[pk] for pk in ids if pk in rows]
    return [d for d in waiting if may_read_along(person, d.author_id, circle_of(d))]
