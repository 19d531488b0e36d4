"""Where rooms above say how their links to a theme move when it is merged into another, and what of
theirs has its themes by its words.
"""

from collections.abc import Callable, Iterator
from typing import Any

Relinker = Callable[[int, int], None]

_relinkers: list[Relinker] = []
_by_words: set[str] = set()


def register_relinker(relinker: Relinker) -> None:
    """`relinker(old_id, new_id)` runs inside the transaction of the merge."""
    if relinker not in _relinkers:
        _relinkers.append(relinker)


def relinkers() -> Iterator[Relinker]:
    yield from _relinkers


def register_by_words(model: type[Any]) -> None:
    """Of these things the index has the themes that `queries.themes_in` finds in their words: they
    are read again when themes get other names.
    """
    _by_words.add(model._meta.label_lower)


def by_words() -> tuple[str, ...]:
    """Labels of their models."""
    return tuple(sorted(_by_words))
