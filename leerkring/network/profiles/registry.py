"""What rooms above tell this one: who knows whom, and what stays behind when somebody leaves."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any

Ties = Callable[[Any], Collection[int]]

_ties: list[Ties] = []
_handovers: dict[str, "Handover"] = {}


def register_ties(ties_of: Ties) -> None:
    """`ties_of(person)`: ids of everybody in a circle with them, in one query.

    It may be a queryset of ids, which then becomes part of the question to the database.
    """
    if ties_of not in _ties:
        _ties.append(ties_of)


def ties_of(person: Any) -> list[Collection[int]]:
    """What every room says, not yet put together: each may be a queryset."""
    return [ties(person) for ties in _ties]


@dataclass(frozen=True)
class Handover:
    """A kind of thing that belongs to a job.

    label      what it is called above its list, in Dutch: «Werkgroepen waar je eigenaar van bent»
    things_of  what a person holds of it now; each with a `pk`, and with words by `str()`
    hand_to    gives one thing to somebody else; records that itself
    heirs      ids of who may take it over; None: colleagues of the same organisation
    stays      whether it must be handed over; if not, a person may take it along
    """

    label: str
    things_of: Callable[[Any], Iterable[Any]]
    hand_to: Callable[[Any, Any], None]
    heirs: Callable[[Any], Collection[int]] | None = None
    stays: bool = True


def register_handover(
    label: str,
    things_of: Callable[[Any], Iterable[Any]],
    hand_to: Callable[[Any, Any], None],
    *,
    heirs: Callable[[Any], Collection[int]] | None = None,
    stays: bool = True,
) -> None:
    _handovers[label] = Handover(label, things_of, hand_to, heirs, stays)


def handovers() -> tuple[Handover, ...]:
    return tuple(_handovers[label] for label in sorted(_handovers))
