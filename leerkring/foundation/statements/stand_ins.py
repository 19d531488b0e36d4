"""What stands in a statement for a value that comes later.

A stand-in is a value that nothing real has, so that its places in a statement can be found again.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from typing import Any, ClassVar

from django.db import models
from django.utils.functional import LazyObject, empty

from leerkring.foundation.statements.asking import padded

FIRST_NUMBER = 2_147_400_000  # in the last hundredth of a percent of a 32-bit column
DAY = date(7777, 7, 7)
MOMENT = datetime(7777, 7, 7, 7, 7, 7, tzinfo=UTC)

Shape = tuple[str, Any]


@dataclass(frozen=True)
class Somebody:
    """A person who is signed in; of the rest only what they may (`flags`) is known."""

    pk: int
    flags: tuple[tuple[str, bool], ...]
    is_authenticated: ClassVar[bool] = True
    is_anonymous: ClassVar[bool] = False

    @property
    def id(self) -> int:
        return self.pk

    def __int__(self) -> int:
        return self.pk

    def __getattr__(self, name: str) -> bool:
        for flag, is_set in self.flags:
            if flag == name:
                return is_set
        raise AttributeError(f"«{name}» of a person may not decide what a statement says")


@dataclass(frozen=True)
class Visitor:
    """Somebody who is not signed in."""

    pk: ClassVar[None] = None
    is_authenticated: ClassVar[bool] = False
    is_anonymous: ClassVar[bool] = True


def itself(value: Any) -> Any:
    """Behind `request.user` stands a person; to ask through it costs ten times as much."""
    if not isinstance(value, LazyObject):
        return value
    if value._wrapped is empty:
        value._setup()
    return value._wrapped


def shape_of(value: Any) -> Shape:
    """What of a value decides how a statement reads; the rest may differ from time to time.

    >>> shape_of(7), shape_of([3, 4, 5]), shape_of(None)
    (('number', None), ('numbers', 4), ('same', None))
    """
    if value is None or isinstance(value, (bool, Enum)):  # «bool | Enum» is made anew each time
        return "same", value
    if hasattr(value, "is_authenticated"):
        return ("somebody", _flags(value)) if value.is_authenticated else ("same", Visitor())
    for kind, name in ((int, "number"), (str, "word"), (datetime, "moment"), (date, "day")):
        if isinstance(value, kind):
            return name, None
    if isinstance(value, Collection):
        many = "words" if isinstance(next(iter(value), 0), str) else "numbers"
        return many, 1 << (len(value) - 1).bit_length() if value else 0
    raise TypeError(f"a statement cannot be asked with {type(value).__name__}")


def _flags(person: Any) -> tuple[tuple[str, bool], ...]:
    return tuple((name, bool(getattr(person, name))) for name in _flag_names(person._meta.model))


@cache
def _flag_names(model: type[models.Model]) -> tuple[str, ...]:
    fields = model._meta.concrete_fields
    return tuple(field.name for field in fields if isinstance(field, models.BooleanField))


def values_of(shape: Shape, value: Any) -> list[Any]:
    """The values that take the places of the stand-ins, in their order."""
    kind, _ = shape
    if kind == "same":
        return []
    if kind == "somebody":
        return [value.pk]
    if kind in ("numbers", "words"):
        return padded([int(number) for number in value] if kind == "numbers" else [*value])
    return [value]


def stand_in(shape: Shape, first: int) -> tuple[Any, list[Any]]:
    """What a query is written with instead of a value of this shape, and the stand-ins in it.

    `first` is the number of stand-ins that there are already.
    """
    kind, size = shape
    if kind == "same":
        return size, []
    if kind == "numbers":
        numbers = [FIRST_NUMBER + first + place for place in range(size)]
        return numbers, numbers
    if kind == "words":
        words = [_word(first + place) for place in range(size)]
        return words, words
    marked: Any = {
        "number": FIRST_NUMBER + first,
        "somebody": FIRST_NUMBER + first,
        "word": _word(first),
        "moment": MOMENT.replace(microsecond=first),
        "day": DAY.replace(year=DAY.year + first),
    }[kind]
    return (Somebody(marked, size) if kind == "somebody" else marked), [marked]


def _word(number: int) -> str:
    return f"\ue000{number}\ue000"
