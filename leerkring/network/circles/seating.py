"""Seats in a circle: which number is free, and what a lower limit asks."""

from collections.abc import Collection, Mapping, Sequence


def lowest_free(taken: Collection[int], seats: int) -> int | None:
    """The lowest number of 1 to `seats` that is not taken; None when the organisation is full."""
    return next((number for number in range(1, seats + 1) if number not in taken), None)


def renumbered(seated: Mapping[int, int | None]) -> dict[int, int]:
    """New numbers 1, 2, 3 … for members by key, in the order of their old ones, new ones last."""
    order: Sequence[int] = sorted(seated, key=lambda key: (seated[key] is None, seated[key], key))
    return {key: number for number, key in enumerate(order, 1)}
