"""Who gets a place when there are not enough."""

from collections.abc import Sequence


def moved_up(free: int | None, line: Sequence[int]) -> tuple[int, ...]:
    """Positions in `line` that get a place, in order; `free` places are left, None: no end.

    `line` has the size of each party that waits, the first in front. Whoever does not fit keeps
    their position and lets others pass, so that no place stays empty beside a waiting list.

    >>> moved_up(3, [2, 3, 1])
    (0, 2)
    """
    chosen = []
    for position, party in enumerate(line):
        if free is None or party <= free:
            chosen.append(position)
            free = None if free is None else free - party
    return tuple(chosen)
