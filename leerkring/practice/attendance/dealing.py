"""Which questions lie on which table."""

from collections.abc import Sequence


def dealt(wanted: Sequence[int | None], tables: int) -> tuple[tuple[int, ...], ...]:
    """Per table the positions in `wanted` of its questions; table 1 is the first.

    wanted  per question the table that somebody chose for it (from 1), or None

    A question goes to its own table; the others go round, first to tables that have the fewest.
    No table stays without one as long as there is any: then questions are laid down again.

    >>> dealt([None, 3, None, None], 3)
    ((0, 3), (2,), (1,))
    >>> dealt([None, None], 3)
    ((0,), (1,), (0,))
    """
    laid: list[list[int]] = [[] for _ in range(tables)]
    loose = []
    for question, table in enumerate(wanted):
        if table is not None and 1 <= table <= tables:
            laid[table - 1].append(question)
        else:
            loose.append(question)
    for question in loose:
        min(laid, key=len, default=[]).append(question)
    again = loose or list(range(len(wanted)))
    empty = [one for one in laid if not one]
    if again:
        for turn, bare in enumerate(empty):
            bare.append(again[turn % len(again)])
    return tuple(tuple(one) for one in laid)
