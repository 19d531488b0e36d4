"""Where rooms above say how their links to a theme move when it is merged into another."""

from collections.abc import Callable, Iterator

Relinker = Callable[[int, int], None]

_relinkers: list[Relinker] = []


def register_relinker(relinker: Relinker) -> None:
    """`relinker(old_id, new_id)` runs inside the transaction of the merge."""
    if relinker not in _relinkers:
        _relinkers.append(relinker)


def relinkers() -> Iterator[Relinker]:
    yield from _relinkers
