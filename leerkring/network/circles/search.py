"""Circles in the search over everything: that they are there, and what for."""

from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet

from leerkring.foundation.search.registry import (
    Found,
    Searchable,
    register,
    register_choices,
    register_tokens,
)
from leerkring.foundation.statements.made_once import made_once
from leerkring.network.circles.models import Circle
from leerkring.network.circles.queries import tokens_held_by, tokens_of_existence


def read(circle: Circle) -> Found:
    """Not filtered by itself: a search within a circle finds what is in it."""
    return Found(
        title=circle.name,
        text=f"{circle.words.label}. {circle.purpose}",
        url=circle.get_absolute_url(),
        at=circle.created_at,
        tokens=tokens_of_existence(circle),
        themes=tuple(circle.themes.values_list("pk", flat=True)),
    )


@made_once
def visible_ids(person: Any, ids: Collection[Any]) -> QuerySet[Circle, int]:
    rows = Circle.objects.visible_to(person).filter(pk__in=ids)
    return rows.values_list("pk", flat=True)


@made_once
def _names_of_own(person: Any) -> QuerySet[Circle]:
    return Circle.objects.of(person).values_list("pk", "name")


register(Searchable(Circle, "groep", "Werkgroep", read, visible_ids))
register_tokens(tokens_held_by)
register_choices("circle", _names_of_own)
