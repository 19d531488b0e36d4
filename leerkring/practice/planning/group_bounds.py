"""What no division into groups can avoid. Pure counting; each bound is proved in its docstring."""

from collections import Counter
from collections.abc import Iterable


def pairs(people: int) -> int:
    return people * (people - 1) // 2


def unavoidable_colleagues(organisations: Iterable[str], groups: int) -> int:
    """The least number of pairs of colleagues that sit together in one round.

    c colleagues over g groups make the fewest pairs when spread evenly, q or q + 1 in each, for the
    number of pairs is convex in the size (pigeonhole). People without an organisation ("") have no
    colleagues.
    """
    counts = Counter(name for name in organisations if name)
    total = 0
    for count in counts.values():
        even, over = divmod(count, groups)
        total += over * pairs(even + 1) + (groups - over) * pairs(even)
    return total


def unavoidable_repeats(people: int, groups: int, rounds: int) -> int:
    """The least number of times that a pair sits together again, over all rounds.

    In a round at least `people // groups - 1` others sit with each person, so over all rounds at
    least `rounds` times that; only `people - 1` of these can be new. Every repeat serves two.
    """
    beside = max(people // groups - 1, 0) * rounds
    short = max(beside - (people - 1), 0)
    return -(-people * short // 2)
