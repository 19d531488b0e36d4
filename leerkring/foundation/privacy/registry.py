"""Where every room says what it keeps of a person, and what becomes of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any

from django.db.models import Model, Q, QuerySet

Goodbye = Callable[[Any], None]


class OnErasure(StrEnum):
    """What happens to the row when its person wants to be forgotten."""

    DELETE = "verwijderen"
    ANONYMISE = "losmaken"  # the row stays, the link to the person goes
    KEEP = "bewaren"  # with a reason that a person can be told


@dataclass(frozen=True)
class PersonalData:
    """One model that leads to a person.

    path      field lookup from the row to the person ("facilitator", "session__facilitator")
    by_email  the path ends at a mail address instead of at an account
    label     what a person calls it, in Dutch
    fields    what an export shows of a row
    keep      how long a row is kept after the moment in its field `since`; None: as long as needed
    lasting   rows that stay, however old, because something else needs them
    why       why we keep it, in one Dutch sentence
    choices   what a person who leaves may choose from; empty: `on_erasure`, and no choice
    forget    deletes all rows of a person, where more must go with them (files, what is found);
              None: the rows are deleted
    loosen    the same for cutting the link
    """

    model: type[Model]
    path: str
    label: str
    fields: tuple[str, ...]
    on_erasure: OnErasure
    why: str
    keep: timedelta | None = None
    since: str = ""
    lasting: Q | None = None
    by_email: bool = False
    choices: tuple[OnErasure, ...] = ()
    forget: Goodbye | None = None
    loosen: Goodbye | None = None

    def rows_of(self, person: Any) -> QuerySet[Any]:
        lookup = {self.path: person}
        if self.path == "self":
            lookup = {"pk": person.pk}
        elif self.by_email:
            lookup = {f"{self.path}__iexact": person.email}
        return self.model._default_manager.filter(**lookup)

    @property
    def key(self) -> str:
        """What a form calls it."""
        return f"{self.model._meta.label_lower}.{self.path}"

    @property
    def offered(self) -> tuple[OnErasure, ...]:
        return self.choices or (self.on_erasure,)

    def chosen(self, wish: str | None) -> OnErasure:
        """What is done, given what was wished: only what is offered, else the default."""
        return next((way for way in self.offered if way == wish), self.on_erasure)


_registered: dict[tuple[type[Model], str], PersonalData] = {}
_passing: dict[type[Model], str] = {}
_goodbyes: list[Goodbye] = []


def register(entry: PersonalData) -> None:
    _registered[(entry.model, entry.path)] = entry


def registered() -> Iterator[PersonalData]:
    """Every entry, in a stable order."""
    yield from sorted(_registered.values(), key=lambda e: (e.model._meta.label, e.path))


def register_passing(model: type[Model], until: str) -> None:
    """Rows that lead to nobody and go when the moment in their field `until` is past."""
    _passing[model] = until


def passing() -> Iterator[tuple[type[Model], str]]:
    yield from sorted(_passing.items(), key=lambda entry: entry[0]._meta.label)


def register_goodbye(goodbye: Goodbye) -> None:
    """`goodbye(person)` is called before anything of them is erased, in the same transaction: for
    what leads to a person without a link in the database, such as a name in a text.
    """
    if goodbye not in _goodbyes:
        _goodbyes.append(goodbye)


def goodbyes() -> tuple[Goodbye, ...]:
    return tuple(_goodbyes)
