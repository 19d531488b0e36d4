"""Where every room says what it keeps of a person, and what becomes of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any

from django.db.models import Model, QuerySet


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
    why       why we keep it, in one Dutch sentence
    """

    model: type[Model]
    path: str
    label: str
    fields: tuple[str, ...]
    on_erasure: OnErasure
    why: str
    keep: timedelta | None = None
    since: str = ""
    by_email: bool = False

    def rows_of(self, person: Any) -> QuerySet[Any]:
        lookup = {self.path: person}
        if self.path == "self":
            lookup = {"pk": person.pk}
        elif self.by_email:
            lookup = {f"{self.path}__iexact": person.email}
        return self.model._default_manager.filter(**lookup)


_registered: dict[tuple[type[Model], str], PersonalData] = {}


def register(entry: PersonalData) -> None:
    _registered[(entry.model, entry.path)] = entry


def registered() -> Iterator[PersonalData]:
    """Every entry, in a stable order."""
    yield from sorted(_registered.values(), key=lambda e: (e.model._meta.label, e.path))
