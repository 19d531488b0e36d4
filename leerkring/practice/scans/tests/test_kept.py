"""The ledger over rounds: figures by how many people of which team, and nobody is isolated."""

import random
from collections.abc import Sequence

import pytest

from leerkring.practice.scans.ledger.kept import Kept, is_first, may_compare, numbered, refusal
from leerkring.practice.scans.ledger.released import Released, about
from leerkring.practice.scans.tests.attacker import isolates

K = 3
TEAMS = ("a", "b")


def ik(round: str, since: str | None = None, **people: int) -> Kept:
    return Kept("ik", round, people, since)


def test_a_team_is_numbered_alike_in_every_round() -> None:
    both, alone = numbered([ik("1", a=3, b=2), ik("2", b=4)])
    assert both.persons.tolist() == [0, 1, 2, 3, 4]
    assert alone.persons.tolist() == [3, 4, 5, 6]


def test_the_same_people_have_one_number_in_both_rounds_and_the_others_another() -> None:
    before, now, same = numbered([ik("1", a=6), ik("2", a=7), ik("2", "1", a=5)])
    assert set(same.persons.tolist()) <= set(before.persons.tolist())
    assert len({*before.persons.tolist(), *now.persons.tolist()}) == 5 + 2  # who left may be new


def test_more_of_the_same_people_than_answered_is_a_fault() -> None:
    with pytest.raises(ValueError, match="more people"):
        numbered([ik("1", a=4), ik("2", a=7), ik("2", "1", a=5)])


@pytest.mark.parametrize(
    ("before", "now", "same", "may"),
    [
        (6, 6, 6, True),  # everybody, and nobody beside them
        (9, 9, 6, True),  # three others in each round
        (6, 9, 6, True),  # three who came
        (6, 7, 6, False),  # one who came
        (7, 6, 6, False),  # one who left
        (8, 8, 6, False),  # two and two: they may be the same two
        (8, 9, 6, True),  # at least three, whoever they are
        (9, 9, 2, False),  # too few of the same
        (9, 5, 6, False),  # more than answered
    ],
)
def test_the_same_people_are_told_apart_only_from_nobody_or_enough(
    before: int, now: int, same: int, may: bool
) -> None:
    known = [ik("1", a=before), ik("2", a=now)]
    assert may_compare(known, ik("2", "1", a=same), K) is may


def test_a_team_that_one_round_withheld_is_not_compared() -> None:
    assert not may_compare([ik("1", a=6, b=6), ik("2", a=6)], ik("2", "1", a=6), K)


def test_a_scale_is_judged_by_itself() -> None:
    known = [ik("1", a=6), ik("2", a=7), Kept("wij", "1", {"a": 6}), Kept("wij", "2", {"a": 6})]
    assert not may_compare(known, Kept("ik", "2", {"a": 6}, "1"), K)
    assert may_compare(known, Kept("wij", "2", {"a": 6}, "1"), K)


def test_a_round_is_compared_once_with_the_same_people() -> None:
    known = [ik(round, a=6) for round in "123"]
    known.append(ik("2", "1", a=6))
    assert not is_first(known, ik("3", "2", a=6))
    assert not may_compare(known, ik("3", "2", a=6), K)
    assert may_compare([*known, ik("4", a=6)], ik("4", "3", a=6), K)


def test_what_was_told_in_the_same_round_before_counts() -> None:
    assert refusal([ik("1", a=6, b=6)], [ik("1", a=6, b=4)], K) is not None
    assert refusal([ik("1", a=6, b=6)], [ik("1", a=6)], K) is None
    assert refusal([ik("1", a=6, b=6)], [], K) is None


class City:
    """Two teams over three rounds: people stay, leave, join and change teams; some are joined."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.new = iter(range(1000))
        people = {team: self._some(2, 6) for team in TEAMS}
        self.rounds = [people]
        for _ in range(2):
            people = self._next(people)
            self.rounds.append(people)

    def _some(self, low: int, high: int) -> set[int]:
        return {next(self.new) for _ in range(self.chance.randint(low, high))}

    def _next(self, people: dict[str, set[int]]) -> dict[str, set[int]]:
        moved: dict[str, set[int]] = {team: set() for team in TEAMS}
        for team in TEAMS:
            for person in people[team]:
                fate = self.chance.random()
                if fate < 0.75:
                    moved[team].add(person)
                elif fate < 0.85:
                    moved[self.chance.choice(TEAMS)].add(person)
            moved[team] |= self._some(0, 1 if self.chance.random() < 0.6 else 3)
        return moved

    def told(self) -> list[tuple[Kept, Released]]:
        """What is let through, as the ledger keeps it and as it truly is."""
        known: list[tuple[Kept, Released]] = []
        for number, people in enumerate(self.rounds):
            for shown in (TEAMS, ("a",), ("b",)):
                kept = Kept("ik", str(number), {team: len(people[team]) for team in shown})
                truly = about(set().union(*(people[team] for team in shown)), {"ik"}, str(number))
                if refusal([one for one, _ in known], [kept], K) is None:
                    known.append((kept, truly))
            for team in TEAMS if number else ():
                both = people[team] & self.rounds[number - 1][team]
                joined = {person for person in both if self.chance.random() < 0.8}
                asked = Kept("ik", str(number), {team: len(joined)}, str(number - 1))
                if joined and may_compare([one for one, _ in known], asked, K):
                    truly = about(joined, {"ik"}, str(number), since=str(number - 1))
                    known.append((asked, truly))
        return known


@pytest.mark.parametrize("start", range(0, 30, 10))
def test_whoever_joins_leaves_or_moves_nobody_is_isolated(start: int) -> None:
    """The attacker knows who was in which team and whose lines were joined; the ledger does not."""
    changes = 0
    for seed in range(start, start + 10):
        told = City(seed).told()
        changes += sum(kept.since is not None for kept, _ in told)
        assert not isolates([truly for _, truly in told], K), seed
    assert changes


def test_without_the_ledger_somebody_would_be() -> None:
    """The attacker is no straw man."""

    def found(people: Sequence[set[int]]) -> bool:
        before, now, same = people
        return isolates(
            [
                about(before, {"ik"}, "1"),
                about(now, {"ik"}, "2"),
                about(same, {"ik"}, "2", since="1"),
            ],
            K,
        )

    assert found([{1, 2, 3, 4}, {1, 2, 3, 4, 5}, {1, 2, 3, 4}])
    assert not found([{1, 2, 3, 4}, {1, 2, 3, 4}, {1, 2, 3, 4}])
