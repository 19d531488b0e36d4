"""Where every room says what of its own can be found, and what a person may find."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

PUBLIC = "public"
SIGNED_IN = "signed-in"
CIRCLE = "circle:"


@dataclass(frozen=True)
class Found:
    """One thing as it stands in the index.

    tokens   who may find it: "public", "signed-in", "circle:<id>", "person:<id>"; one is enough
    themes   numbers of its themes; circle: number of its circle
    person   whose page it is: the entry goes when they are forgotten
    owner    who may take it along: it is read again when they are forgotten
    """

    title: str
    text: str
    url: str
    at: datetime
    tokens: frozenset[str]
    themes: tuple[int, ...] = ()
    circle: int | None = None
    person: int | None = None
    owner: int | None = None


@dataclass(frozen=True)
class Searchable:
    """A kind of thing that can be found.

    kind         short name in the address (`?soort=blog`), at most 20 letters
    label        what people call it, in Dutch
    read         what stands in the index of one thing; None: it is not to be found (now)
    visible_ids  which of these numbers the person may see: the room's own last word
    """

    model: type[Any]
    kind: str
    label: str
    read: Callable[[Any], Found | None]
    visible_ids: Callable[[Any, Collection[Any]], Collection[Any]]

    @property
    def about(self) -> str:
        return str(self.model._meta.label_lower)


Choices = Callable[[Any], Iterable[tuple[int, str]]]

_kinds: dict[tuple[str, str], Searchable] = {}
_token_givers: list[Callable[[Any], set[str]]] = []
_choices: dict[str, Choices] = {}


def register(entry: Searchable) -> None:
    """One model may be several kinds (a post is a blog or an update): register it for each;
    `read` then gives None for what is of another kind.
    """
    _kinds[(entry.about, entry.kind)] = entry


def register_tokens(giver: Callable[[Any], set[str]]) -> None:
    """`giver(person)` gives the tokens that a signed-in person holds because of this room."""
    if giver not in _token_givers:
        _token_givers.append(giver)


def register_choices(name: str, choices: Choices) -> None:
    """What the search page offers to choose from: name is "themes" or "circle"."""
    _choices[name] = choices


def searchables(about: str | None = None) -> list[Searchable]:
    """Every kind, or those of one model, in order of their label."""
    found = [kind for kind in _kinds.values() if about is None or kind.about == about]
    return sorted(found, key=lambda kind: (kind.label, kind.kind))


def circles_among(tokens: Collection[str]) -> set[int]:
    """Numbers of the circles that these tokens open."""
    return {int(token.removeprefix(CIRCLE)) for token in tokens if token.startswith(CIRCLE)}


def choices_of(name: str, person: Any) -> list[tuple[int, str]]:
    return list(_choices[name](person)) if name in _choices else []


def tokens_of(person: Any) -> set[str]:
    """All tokens this person holds; a visitor holds one."""
    if not person.is_authenticated:
        return {PUBLIC}
    held = {PUBLIC, SIGNED_IN, f"person:{person.pk}"}
    return held.union(*(giver(person) for giver in _token_givers))
