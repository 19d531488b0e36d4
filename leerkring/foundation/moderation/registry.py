"""Where every room says what can be flagged, in its `flaggable.py`, which is read at start."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet


def nobody(row: Any) -> set[int]:
    return set()


def nothing(row: Any) -> Iterable[Any]:
    return ()


@dataclass(frozen=True)
class Stays:
    """Words that a redaction does not reach: a sentence, and their page; without, for who asks."""

    sentence: str
    url: str = ""


@dataclass(frozen=True)
class Flaggable:
    """One model of which rows can be flagged.

    label       what it is, in Dutch, with its article: «deze reactie»
    visible_to  the rows that a person may see: only those can be flagged
    readable_by the rows of which they may read every word, where that is fewer
    moderators  ids of the people who decide about a row
    hide        put it out of sight, by a moderator; whoever hides records why
    describe    a few words that name it for a moderator
    passage     the text it is about, for a moderator
    url         where it stands
    stands      whether it is still there to be read, for who may
    writers     ids of who wrote it, and so decide nothing about it
    hears       ids of who hear of a decision about it, where that is more than who wrote it
    redact      take a passage out of all that is kept of it: (row, passage) -> how many places
    beside      rows of whatever kind that stand with it and may repeat it
    stays       what `redact` leaves, in a sentence for a moderator, and where they get at it
    effect      what `hide` does, in a sentence for a moderator, where that is not obvious
    gone        what its writers read that `hide` did, with {yours}
    mended_at   where they can mend it, so that it stands again
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
    writers: Callable[[Any], set[int]] = nobody
    hears: Callable[[Any], set[int]] | None = None
    redact: Callable[[Any, str], int] | None = None
    readable_by: Callable[[Any], QuerySet[Any]] | None = None
    beside: Callable[[Any], Iterable[Any]] = nothing
    stays: Callable[[Any, Any], Stays | None] | None = None
    effect: str = ""
    gone: str = "haalde {yours} weg"
    mended_at: Callable[[Any], str] | None = None

    @property
    def yours(self) -> str:
        """As its writer calls it: «je reactie»."""
        return f"je {self.label.partition(' ')[2]}"

    def told(self, row: Any) -> set[int]:
        return (self.hears or self.writers)(row)

    def read_by(self, person: Any) -> QuerySet[Any]:
        return (self.readable_by or self.visible_to)(person)

    def row(self, about_id: str, among: QuerySet[Any] | None = None) -> Any | None:
        """The row with this key; None for a key that is none."""
        rows = self.model._default_manager.all() if among is None else among
        try:
            return rows.filter(pk=about_id).first()
        except (ValidationError, ValueError, OverflowError):
            return None


Talk = Callable[[list[Model]], Iterable[Model]]
Notebook = Callable[[list[Model], Any, str], bool]
_flaggable: dict[str, Flaggable] = {}
_talks: list[Talk] = []
_notebooks: list[Notebook] = []


def register(entry: Flaggable) -> None:
    _flaggable[entry.model._meta.label_lower] = entry


def flaggable(about: str) -> Flaggable | None:
    return _flaggable.get(about)


def flaggable_row(row: Model) -> Flaggable | None:
    return _flaggable.get(row._meta.label_lower)


def register_talk(talk: Talk) -> None:
    """How to find what people say below rows of whatever kind, in one go for all of them."""
    _talks.append(talk)


def talks() -> list[Talk]:
    return list(_talks)


def register_notebook(notebook: Notebook) -> None:
    """`notebook(rows, person, why)`: a moderator reads the first of these, which does not open for
    them by itself; the others are what it stands with, the nearest first. True where this is
    written down for the people there."""
    _notebooks.append(notebook)


def notebooks() -> list[Notebook]:
    return list(_notebooks)
