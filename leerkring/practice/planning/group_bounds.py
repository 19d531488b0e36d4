"""What no division into groups can avoid. Pure counting; each bound is proved in its docstring."""

from collections import Counter
from collections.abc import Iterable, Sequence

# Where counting allows rounds without repeats and they are proven not to exist: (people, groups) to
# the most rounds there are. 36 officers: Tarry (1900), no two orthogonal Latin squares of order 6.
# Twelve in threes: no nearly Kirkman triple system of order 12 (Kotzig & Rosa 1974).
NO_MORE_ROUNDS = {(36, 6): 3, (12, 4): 4}


def pairs(people: int) -> int:
    return people * (people - 1) // 2


def spread(people: int, groups: int) -> int:
    """The fewest pairs within groups: as even as can be, for pairs are convex in the size."""
    even, over = divmod(people, groups)
    return over * pairs(even + 1) + (groups - over) * pairs(even)


def unavoidable_colleagues(organisations: Iterable[str], groups: int) -> int:
    """The least number of pairs of colleagues that sit together in one round.

    c colleagues over g groups make the fewest pairs when spread evenly, q or q + 1 in each, for the
    number of pairs is convex in the size (pigeonhole). People without an organisation ("") have no
    colleagues.
    """
    counts = Counter(name for name in organisations if name)
    return sum(spread(count, groups) for count in counts.values())


def unavoidable_repeats(
    people: int, groups: int, rounds: int, organisations: Sequence[str] = ()
) -> int:
    """The least number of times that a pair sits together again, over all rounds.

    Three ways to count, of which the highest holds.
    By person: in a round at least `people // groups - 1` others sit with each, so over all rounds
    at least `rounds` times that; only `people - 1` of these can be new. Every repeat serves two.
    By table: whoever sits at a table of s came from `groups` tables of the round before, so at
    least the pairs of s spread evenly over these sit together again; in every round but the first.
    By proof of others: `NO_MORE_ROUNDS`.

    With `organisations`, one name for each person, it is the least among rounds in which as few
    colleagues sit together as can be (`unavoidable_colleagues`). Of c colleagues then at most
    ceil(c / groups) share a table, so beside each of them sit at least
    `people // groups` - ceil(c / groups) others, of which only `people - c` can be new.
    """
    new = [max(people - 1, 0)] * people
    beside = [max(people // groups - 1, 0)] * people
    counts = Counter(name for name in organisations if name)
    for person, name in enumerate(organisations):
        if name:
            shared = -(-counts[name] // groups)
            met = rounds * max(people // groups - shared, 0) - (people - counts[name])
            if met > rounds * beside[person] - new[person]:
                beside[person], new[person] = people // groups - shared, people - counts[name]
    short = [max(rounds * b - n, 0) for b, n in zip(beside, new, strict=True)]
    by_person = -(-sum(short) // 2)
    by_table = max(rounds - 1, 0) * _overlap(people, groups)
    by_proof = int(rounds > NO_MORE_ROUNDS.get((people, groups), rounds))
    return max(by_person, by_table, by_proof)


def unavoidable_overlaps(
    people: int, groups: int, rounds: int, organisations: Sequence[str] = ()
) -> int:
    """The same, where a third time together counts twice: once more with both times before.

    Any two rounds overlap as in `unavoidable_repeats` by table. And each person sits k times beside
    everybody else, or k + 1: who meets the same number of times has the fewest overlaps when these
    are spread evenly, for k(k - 1)/2 is convex.
    """
    beside, others = max(people // groups - 1, 0) * rounds, max(people - 1, 1)
    by_person = -(-people * spread(beside, others) // 2)
    by_table = pairs(rounds) * _overlap(people, groups)
    return max(by_person, by_table, unavoidable_repeats(people, groups, rounds, organisations))


def _overlap(people: int, groups: int) -> int:
    """The fewest pairs of one round that sit together again in another."""
    even, over = divmod(people, groups)
    return over * spread(even + 1, groups) + (groups - over) * spread(even, groups)
