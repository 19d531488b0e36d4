"""A dilemma can be found with what people told about it, by who may read it."""

from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet

from leerkring.foundation.search.registry import Found, Searchable, register
from leerkring.foundation.statements.made_once import made_once
from leerkring.network.circles.queries import tokens_of_reading
from leerkring.practice.dilemmas.models import Dilemma

MOST_TOLD = 30


def read(dilemma: Dilemma) -> Found | None:
    if hasattr(dilemma, "retraction"):
        return None
    told = dilemma.experiences.standing().order_by("pk").values_list("text", flat=True)
    learnt = dilemma.closing.learnt if hasattr(dilemma, "closing") else ""
    texts = [dilemma.one_side, dilemma.other_side, dilemma.text, learnt, *told[:MOST_TOLD]]
    return Found(
        title=dilemma.title,
        text="\n".join(filter(None, texts)),
        url=dilemma.get_absolute_url(),
        at=dilemma.put_at,
        tokens=tokens_of_reading(dilemma.audience, dilemma.circle_id),
        themes=tuple(dilemma.themes.values_list("pk", flat=True)),
        circle=dilemma.circle_id,
        owner=dilemma.author_id,
    )


@made_once
def visible_ids(person: Any, ids: Collection[Any]) -> QuerySet[Dilemma, int]:
    seen = Dilemma.objects.visible_to(person).filter(pk__in=ids)
    return seen.values_list("pk", flat=True)


register(Searchable(Dilemma, "dilemma", "Dilemma", read, visible_ids))
