"""Figures as sums over people, and whether they can be added up to a few of them.

`isolates` of the ledger's own tests tries every group of people; with a hundred people that is too
many. People who are in the same figures have the same factor in every sum, so here groups of such
people are tried, and only those under k. The rank is counted as there: in fractions, by hand.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from leerkring.practice.scans.ledger.released import ANSWERED, Released, about, count_of
from leerkring.practice.scans.tests.attacker import rank, vector
from tests.attacking.crowd import Crowd
from tests.attacking.reading import CHANGE, COUNT, GOING, MEAN, PULSE, TOTAL, Figure

Seen = tuple[int, Figure]  # the programme that it is about


def as_sums(crowd: Crowd, seen: Iterable[Seen]) -> list[Released]:
    """What each figure adds up. What stands on several pages is one figure."""
    sums = []
    for place, figure in sorted(set(seen), key=repr):
        if figure.kind == MEAN:
            people = _scored(crowd, place - figure.before, figure)
            sums.append(about(people, {figure.scale}, str(place - figure.before)))
        elif figure.kind == CHANGE:
            same = [p for team in crowd.teams_in(figure.unit) for p in crowd.pairs[team]]
            sums.append(about(same, {figure.scale}, str(place), since=str(place - 1)))
        elif figure.kind == PULSE:
            people = crowd.scored[1, figure.unit, "Ik"][: crowd.came_after[figure.unit]]
            sums.append(about(people, {"korte vraag"}, str(place)))
        elif is_exact(figure):
            sums.append(count_of(asked(crowd, place, figure), str(place)))
    return sums


def _scored(crowd: Crowd, place: int, figure: Figure) -> list[int]:
    teams = crowd.teams_in(figure.unit)
    return [p for team in teams for p in crowd.scored.get((place, team, figure.scale), ())]


def is_exact(figure: Figure) -> bool:
    return figure.kind in (COUNT, GOING, TOTAL) and figure.value.isdigit()


def asked(crowd: Crowd, place: int, figure: Figure) -> list[int]:
    """Who was asked in the unit that is counted; without a name that is everybody."""
    teams = [name for _, name in crowd.asked] if not figure.unit else crowd.teams_in(figure.unit)
    return sorted({p for team in teams for p in crowd.asked.get((place, team), ())})


def singled_out(figures: Sequence[Released], k: int) -> set[int]:
    """Fewer than k people that some sum of these figures, other than zero, is about; or nobody."""
    by_scale: dict[frozenset[str], list[Released]] = defaultdict(list)
    for figure in figures:
        by_scale[figure.items].append(figure)
    for alike in by_scale.values():  # no sum joins two scales without lying on both
        if found := _singled_out(alike, k):
            return found
    return set()


def _singled_out(figures: Sequence[Released], k: int) -> set[int]:
    where: dict[int, list[int]] = defaultdict(list)
    for place, figure in enumerate(figures):
        for person in figure.persons.tolist():
            where[person].append(place)
    alike: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for person, places in where.items():
        alike[tuple(places)].append(person)
    one_each = {people[0] for people in alike.values()}
    vectors = [
        {cell: sign for cell, sign in vector(figure).items() if cell[0] in one_each}
        for figure in figures
    ]
    whole = rank(vectors)
    for group in _groups([people for people in alike.values() if len(people) < k], k):
        left_out = {people[0] for people in group}
        rest = [{c: s for c, s in row.items() if c[0] not in left_out} for row in vectors]
        if rank(rest) < whole:
            return {person for people in group for person in people}
    return set()


def _groups(small: Sequence[list[int]], k: int) -> Iterator[tuple[list[int], ...]]:
    for size in range(1, k):
        for group in combinations(small, size):
            if sum(map(len, group)) < k:
                yield group


def counts_hidden(figures: Sequence[Released], hidden: Iterable[int], round: str) -> bool:
    """Whether the counts of a round add up to one about people of hidden teams alone.

    Even a count of many tells too much here: nought is that a whole team kept silent.
    """
    out = set(hidden)
    counts = [f for f in figures if f.items == {ANSWERED} and f.rounds == {round}]
    vectors = [vector(figure) for figure in counts]
    rest = [{c: s for c, s in row.items() if c[0] not in out} for row in vectors]
    return rank(rest) < rank(vectors)


def hidden_in(crowd: Crowd, seen: Iterable[Seen], place: int) -> list[int]:
    """Who was asked in teams of which nothing is shown."""
    shown = {f.unit for at, f in seen if at == place and (f.kind == MEAN or is_exact(f))}
    return [
        person
        for (at, team), people in crowd.asked.items()
        if at == place and team not in shown
        for person in people
    ]
