"""Where every room says what can be flagged, in its `flaggable.py`, which is read at start."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet


@dataclass(frozen=True)
class Flaggable:
    """One model of which rows can be flagged.

    label       what it is, in Dutch, with its article: «deze reactie»
    visible_to  the rows that a person may see: only those can be flagged
    moderators  ids of the people who decide about a row
    hide        put it out of sight, by a moderator; whoever hides records why
    describe    a few words that name it for a moderator
    passage     the text it is about, for a moderator
    url         where it stands
    stands      whether it is still there to be read, for who may
    """

    model: type[Model]
    label: str
    visible_to: Callable[[Any], QuerySet[Any]]
    moderators: Callable[[Any], set[int]]
    hide: Callable[[Any, Any], None]
    describe: Callable[[Any], str]
    passage: Callable[[Any], str]
    url: Callable[[Any], str]
    stands: Callable[[Any], bool] = bool

    def row(self, about_id: str, among: QuerySet[Any] | None = None) -> Any | None:
        """The row with this key; None for a key that is none."""
        rows = self.model._default_manager.all() if among is None else among
        try:
            return rows.filter(pk=about_id).first()
        except (ValidationError, ValueError, OverflowError):
            return None


_flaggable: dict[str, Flaggable] = {}


def register(entry: Flaggable) -> None:
    _flaggable[entry.model._meta.label_lower] = entry


def flaggable(about: str) -> Flaggable | None:
    return _flaggable.get(about)
