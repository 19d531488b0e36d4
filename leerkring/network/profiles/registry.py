"""What rooms above tell this one: who knows whom, and what stays behind when somebody leaves."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from leerkring.foundation.statements.stand_ins import Somebody
from leerkring.foundation.statements.statement import NotOnce

Ties = Callable[[Any], Collection[int]]
Tokens = Callable[[Any], set[str]]

_ties: list[Ties] = []
_tie_tokens: list[Tokens] = []
_handovers: dict[str, "Handover"] = {}


def register_ties(ties_of: Ties) -> None:
    """`ties_of(person)`: ids of everybody in a circle with them, as a queryset, which becomes part
    of the question to the database. Ids that were looked up would be those of somebody else as soon
    as the SQL is made once (foundation.statements).
    """
    if ties_of not in _ties:
        _ties.append(ties_of)


def ties_of(person: Any) -> list[Collection[int]]:
    """What every room says, not yet put together. Raises NotOnce for what is not a question."""
    found = [ties(person) for ties in _ties]
    if isinstance(person, Somebody) and not all(isinstance(ids, QuerySet) for ids in found):
        raise NotOnce("who is tied to somebody must be a question for the database")
    return found


def register_tie_tokens(tokens_of: Tokens) -> None:
    """`tokens_of(person)`: what in the search index is held by everybody in a circle with them."""
    if tokens_of not in _tie_tokens:
        _tie_tokens.append(tokens_of)


def tie_tokens(person: Any) -> frozenset[str]:
    return frozenset(token for tokens_of in _tie_tokens for token in tokens_of(person))


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
