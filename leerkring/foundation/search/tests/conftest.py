"""A small library to search in: lines of the record stand in for things of any room."""

from collections.abc import Callable, Collection
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from leerkring.foundation.activity.models import Activity
from leerkring.foundation.search import registry
from leerkring.foundation.search.actions import index_many
from leerkring.foundation.search.registry import Found, Searchable

START = datetime(2026, 1, 5, 12, tzinfo=UTC)


class Library:
    """Documents by the name that tests give them; each a day newer than the one before."""

    def __init__(self) -> None:
        self.found: dict[int, Found] = {}
        self.kinds: dict[int, str] = {}
        self.hidden: set[int] = set()
        self.rows: dict[str, Activity] = {}

    def add(self, name: str, title: str, text: str = "", **more: Any) -> Activity:
        kind = more.pop("kind", "blog")
        row = Activity.objects.create(verb="test", about="x", about_id="1", sentence=title)
        self.rows[name] = row
        self.kinds[row.pk] = kind
        self.found[row.pk] = Found(
            title=title,
            text=text,
            url=f"/{name}/",
            at=more.pop("at", START + timedelta(days=len(self.rows))),
            tokens=frozenset(more.pop("tokens", {"public"})),
            **more,
        )
        return row

    def put(self) -> None:
        index_many(self.rows.values())

    def reader(self, kind: str) -> Callable[[Activity], Found | None]:
        return lambda row: self.found.get(row.pk) if self.kinds.get(row.pk) == kind else None

    def visible(self, person: Any, ids: Collection[Any]) -> set[Any]:
        return set(ids) - self.hidden


@pytest.fixture
def library(db: None, monkeypatch: pytest.MonkeyPatch) -> Library:
    library = Library()
    monkeypatch.setattr(registry, "_kinds", {})
    monkeypatch.setattr(registry, "_token_givers", [])
    for kind, label in (("blog", "Blog"), ("vraag", "Vraag")):
        registry.register(Searchable(Activity, kind, label, library.reader(kind), library.visible))
    return library
