"""Two rounds as they are told, to both audiences, and somebody who collects all of it."""

import random

import numpy as np
import pytest

from leerkring.practice.scans.answers import Answers
from leerkring.practice.scans.change import Pair
from leerkring.practice.scans.comparing import Earlier, beside
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instruments import Instrument
from leerkring.practice.scans.ledger.kept import Kept
from leerkring.practice.scans.ledger.released import Released, about
from leerkring.practice.scans.proof import Told, figures_in
from leerkring.practice.scans.results import UnitKind, UnitResult
from leerkring.practice.scans.round_units import RoundUnit
from leerkring.practice.scans.snapshot import Snapshot, freeze
from leerkring.practice.scans.tests.attacker import isolates

TEAMS = ("a", "b")
UNITS = (
    RoundUnit("stad", "Stad", UnitKind.MUNICIPALITY, None),
    *(RoundUnit(team, team, UnitKind.TEAM, "stad") for team in TEAMS),
)
K, K_PUBLIC = 3, 4
People = dict[str, set[int]]


class TwoRounds:
    """Who was there, who chose to be compared, and everything that both audiences get to see."""

    def __init__(self, six: Instrument, seed: int) -> None:
        chance, new = random.Random(seed), iter(range(100))
        self.before: People = {team: {next(new) for _ in range(7)} for team in TEAMS}
        gone = {team: chance.choice([0, 0, 1, 3]) for team in TEAMS}
        come = {team: chance.choice([0, 0, 1, 3]) for team in TEAMS}
        self.now: People = {
            team: set(sorted(self.before[team])[gone[team] :])
            | {next(new) for _ in range(come[team])}
            for team in TEAMS
        }
        silent = {team: chance.choice([0, 0, 0, 1]) for team in TEAMS}
        self.joined: People = {
            team: set(sorted(self.now[team] & self.before[team])[silent[team] :]) for team in TEAMS
        }
        self.six, self.seed = six, seed

    def answers(self, people: People) -> Answers:
        team = np.repeat(np.arange(len(TEAMS)), [len(people[name]) for name in TEAMS])
        draw = np.random.default_rng(self.seed + len(team))
        return Answers(TEAMS, team, draw.integers(1, 6, (len(team), 6), dtype=np.uint8))

    def told(self) -> tuple[list[Snapshot], list[Kept]]:
        """The second round's snapshots, and all figures of both rounds, for both audiences."""
        first, second = (self.answers(people) for people in (self.before, self.now))
        pairs = [Pair(t, {Dimension.SELF: 0.5}) for t in TEAMS for _ in self.joined[t]]
        seen: list[Kept] = []
        snapshots: list[Snapshot] = []
        was = within = None
        for k in (K, K_PUBLIC):
            was = freeze(self.six, first, UNITS, k=k, within=was)
            old = list(figures_in(was, self.six, first, UNITS, round="1"))
            raw = freeze(self.six, second, UNITS, k=k, within=within)
            new = list(figures_in(raw, self.six, second, UNITS, round="2"))
            within, added = beside(
                raw,
                new,
                Earlier("1", self.six, _by_key(was), _teams(old)),
                round="2",
                instrument=self.six,
                pairs=pairs,
                known=[each.figure for each in old],
                within=snapshots[0] if snapshots else None,
            )
            snapshots.append(within)
            seen += [each.figure for each in (*old, *new, *added)]
        return snapshots, seen

    def truly(self, figure: Kept) -> Released:
        """The people that a figure is really about; everybody answered everything."""
        who = self.joined if figure.since else {"1": self.before, "2": self.now}[figure.round]
        people = set().union(*(who[team] for team in figure.people))
        return about(people, {figure.scale}, figure.round, since=figure.since)


def _by_key(snapshot: Snapshot) -> dict[tuple[UnitKind, str], UnitResult]:
    return {(unit.kind, unit.unit): unit for unit in snapshot.units}


def _teams(told: list[Told]) -> dict[tuple[UnitKind, str], frozenset[str]]:
    return {(each.unit.kind, each.unit.unit): frozenset(each.figure.people) for each in told}


@pytest.mark.parametrize(("seed", "compared"), [(0, False), (7, True), (10, True), (45, True)])
def test_pages_of_two_rounds_isolate_nobody_who_came_left_or_stayed(
    six: Instrument, seed: int, compared: bool
) -> None:
    rounds = TwoRounds(six, seed)
    _, seen = rounds.told()
    assert any(figure.since for figure in seen) is compared
    assert not isolates([rounds.truly(figure) for figure in seen if figure.scale == "ik"], K)


def test_a_change_tells_no_number_of_people(six: Instrument) -> None:
    """With one who left silently or none at all, the change of the same people reads the same."""
    rounds = TwoRounds(six, 0)
    rounds.before = rounds.now = rounds.joined = {team: set(range(8)) for team in TEAMS}
    one = rounds.told()[0][0].unit("a").same_people[Dimension.SELF]
    rounds.joined = {team: set(range(5)) for team in TEAMS}
    fewer = rounds.told()[0][0].unit("a").same_people[Dimension.SELF]
    assert one == fewer
    assert one.standard_error is None


def test_same_people_never_show_in_a_whole(six: Instrument) -> None:
    for seed in (7, 10):
        for snapshot in TwoRounds(six, seed).told()[0]:
            assert not snapshot.unit("stad").same_people
