"""How long blocks will take, worked out before anybody is there.

These are rules of thumb of our own, not measurements: they say where a programme is tight. What
people really needed, in a try-out or on the day, is always better.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

RUNS = 400
# Minutes. Moving to tables and back, for the first people and for each more.
MOVING, MOVING_EACH = 2.0, 0.03
HARVEST_EACH_TABLE, SEATS = 0.6, 6
QUEUE_EACH = 0.06  # for coffee
QUESTIONS_EACH = 0.04  # a larger room asks more
SPREAD = 0.12  # standard deviation of the log of what people take for the same


@dataclass(frozen=True, slots=True)
class Planned:
    """A block: its kind ("together", "parallel", "groups", "break") and its planned minutes."""

    kind: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Expected:
    """Whole minutes: the middle of the runs, and what nine in ten stay between; `why` says in Dutch
    what the form costs beside what was planned, "" when that is less than a minute."""

    minutes: int
    low: int
    high: int
    why: str = ""


def expected(parts: Sequence[Planned], people: int, seed: int = 1) -> tuple[Expected, ...]:
    """Per block what it will take with so many people: planned plus what the form adds.

    Together adds questions, groups and sessions beside each other add moving twice and a word of
    each table, a break adds a queue. Around that people differ (log-normal, SPREAD).

    Raises ValueError for fewer than one person.
    """
    if people < 1:
        raise ValueError("a meeting has at least one person")
    rng = np.random.default_rng(seed)
    found = []
    for part in parts:
        middle = part.minutes + added(part.kind, people) if part.minutes else 0.0
        runs = middle * rng.lognormal(0.0, SPREAD, RUNS)
        low, mid, high = np.percentile(runs, [5, 50, 95])
        why = reason(part.kind, people) if part.minutes else ""
        found.append(Expected(round(mid), round(low), round(high), why))
    return tuple(found)


def added(kind: str, people: int) -> float:
    """Minutes that a form costs beside what is planned for it."""
    if kind == "break":
        return QUEUE_EACH * people
    if kind == "together":
        return QUESTIONS_EACH * people
    moving = 2 * (MOVING + MOVING_EACH * people)
    tables = people / SEATS if kind == "groups" else 1.0
    return moving + HARVEST_EACH_TABLE * tables


def reason(kind: str, people: int) -> str:
    """What a form costs with so many people, by what it is spent on.

    >>> reason("break", 60)
    'de rij voor de koffie kost met 60 mensen 4 minuten'
    >>> reason("groups", 60)
    'wisselen van plek kost met 60 mensen 8 minuten, alle tafels horen 6'
    >>> reason("together", 6)
    ''
    """
    cost = round(added(kind, people))
    if not cost:
        return ""
    room = f"met {people} {'mens' if people == 1 else 'mensen'}"
    if kind == "break":
        return f"de rij voor de koffie kost {room} {_minutes(cost)}"
    if kind == "together":
        return f"vragen uit de zaal kosten {room} {_minutes(cost)}"
    moving = round(2 * (MOVING + MOVING_EACH * people))
    hearing = f", alle tafels horen {cost - moving}" if kind == "groups" and cost > moving else ""
    return f"wisselen van plek kost {room} {_minutes(moving)}{hearing}"


def _minutes(number: int) -> str:
    return "1 minuut" if number == 1 else f"{number} minuten"


def in_words(planned: Sequence[int], expectations: Sequence[Expected]) -> str:
    """What the whole of it comes to, in one honest Dutch sentence.

    >>> in_words([30, 30], [Expected(36, 30, 44), Expected(33, 28, 40)])
    'Naar verwachting 69 minuten in plaats van 60: 9 te weinig.'
    """
    total, wanted = sum(planned), sum(one.minutes for one in expectations)
    if wanted <= total:
        return f"Naar verwachting {wanted} minuten; er staan er {total} in het programma."
    return f"Naar verwachting {wanted} minuten in plaats van {total}: {wanted - total} te weinig."
