"""Where every room says what people can react to, in its `remarkable.py`, read at start."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet


def nobody(row: Any) -> set[int]:
    return set()


def itself(row: Any) -> Any:
    return row


def no_circle(row: Any) -> int | None:
    return None


@dataclass(frozen=True)
class Remarkable:
    """One model of which rows can be reacted to.

    visible_to  the rows that a person may see; who may not see a row sees no remark on it
    may_remark  whether a person may react to a row that they see
    url         where the row stands
    title       what it is called, for a notice
    watchers    ids of the people who are told of a new remark, its author among them
    moderators  ids of the people who may take a remark away
    circle      id of the circle in which it stands, for who made that circle silent
    thread      the row whose mails, and whose name, those about this belong to
    """

    model: type[Model]
    visible_to: Callable[[Any], QuerySet[Any]]
    may_remark: Callable[[Any, Any], bool]
    url: Callable[[Any], str]
    title: Callable[[Any], str] = str
    watchers: Callable[[Any], set[int]] = nobody
    moderators: Callable[[Any], set[int]] = nobody
    circle: Callable[[Any], int | None] = no_circle
    thread: Callable[[Any], Any] = itself

    def visible_row(self, person: Any, about_id: str) -> Any | None:
        """The row with this key, for who may see it; None for anyone else or no such key."""
        try:
            return self.visible_to(person).filter(pk=about_id).first()
        except (ValidationError, ValueError, OverflowError):
            return None


_remarkable: dict[str, Remarkable] = {}


def register(entry: Remarkable) -> None:
    _remarkable[entry.model._meta.label_lower] = entry


def remarkable(about: str) -> Remarkable | None:
    return _remarkable.get(about)


def all_remarkable() -> list[tuple[str, Remarkable]]:
    return sorted(_remarkable.items())
