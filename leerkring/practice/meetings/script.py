"""The steps of a script: lines that may begin with their minutes, «5 min. Maak tweetallen.»"""

import re
from collections.abc import Sequence

TIMED = re.compile(r"(\d{1,3}) min\. (.+)", re.DOTALL)


def rescaled(steps: Sequence[str], minutes: int) -> tuple[str, ...]:
    """The same steps, in proportion, so that those with minutes take `minutes` together.

    Each keeps at least one minute where that fits; what is left over by rounding goes to the
    steps that lost most (largest remainders). Steps without minutes stay as they are.

    >>> rescaled(("5 min. Vertel.", "Schuif aan.", "10 min. Vraag."), 30)
    ('10 min. Vertel.', 'Schuif aan.', '20 min. Vraag.')
    """
    found = [TIMED.fullmatch(step) for step in steps]
    old = [int(match[1]) for match in found if match]
    if not sum(old) or minutes < len(old):
        return tuple(steps)
    lengths = iter(shared_out(old, minutes))
    return tuple(
        f"{next(lengths)} min. {match[2]}" if match else step
        for match, step in zip(found, steps, strict=True)
    )


def shared_out(shares: Sequence[int], total: int) -> list[int]:
    """`total` in proportion to `shares`, at least 1 each, by largest remainders.

    Raises ValueError when there is less than 1 for each.
    """
    if total < len(shares):
        raise ValueError("there is less than one minute for each step")
    spare, whole = total - len(shares), sum(shares)
    exact = [share * spare / whole for share in shares]
    given = [1 + int(part) for part in exact]
    order = sorted(range(len(shares)), key=lambda i: (int(exact[i]) - exact[i], i))
    for place in order[: total - sum(given)]:
        given[place] += 1
    return given


def clock_of(steps: Sequence[str]) -> list[tuple[int | None, str]]:
    """(minute at which a step begins, its text); None once a step before it has no minutes.

    >>> clock_of(("5 min. Vertel.", "10 min. Vraag."))
    [(0, 'Vertel.'), (5, 'Vraag.')]
    """
    at: int | None = 0
    found: list[tuple[int | None, str]] = []
    for step in steps:
        match = TIMED.fullmatch(step)
        found.append((at if match else None, match[2] if match else step))
        at = at + int(match[1]) if match and at is not None else None
    return found
