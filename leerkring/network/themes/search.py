"""Themes in the search over everything, by each of their names."""

from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet

from leerkring.foundation.search.registry import (
    PUBLIC,
    Found,
    Searchable,
    register,
    register_choices,
)
from leerkring.foundation.statements.made_once import made_once
from leerkring.network.themes.models import Theme


def read(theme: Theme) -> Found | None:
    if theme.merged_into_id is not None:
        return None
    names = theme.names.exclude(name=theme.name).values_list("name", flat=True)
    return Found(
        title=theme.name,
        text=" · ".join(filter(None, (theme.description, *names))),
        url=theme.get_absolute_url(),
        at=theme.added_at,
        tokens=frozenset({PUBLIC}),
    )


def visible_ids(person: Any, ids: Collection[Any]) -> list[int]:
    return _current(ids)


@made_once
def _current(ids: Collection[Any]) -> QuerySet[Theme, int]:
    return Theme.objects.current().filter(pk__in=ids).values_list("pk", flat=True)


@made_once
def _names() -> QuerySet[Theme]:
    return Theme.objects.current().values_list("pk", "name")


register(Searchable(Theme, "thema", "Thema", read, visible_ids))
register_choices("themes", lambda person: _names())
