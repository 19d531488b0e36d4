"""What was found about a theme, put together by kind."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Group:
    """Hits of one kind, under its label, in the order in which they came."""

    kind: str
    label: str
    hits: tuple[Any, ...]


def by_kind(hits: Iterable[Any]) -> tuple[Group, ...]:
    """Groups in the order of their first hit; a hit has `kind` and `label`."""
    found: dict[str, list[Any]] = {}
    for hit in hits:
        found.setdefault(hit.kind, []).append(hit)
    return tuple(Group(kind, rows[0].label, tuple(rows)) for kind, rows in found.items())
