from dataclasses import replace

import numpy as np
import pytest

from leerkring.practice.scans.answers import Answers
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instruments import Instrument, Item
from leerkring.practice.scans.ledger.kept import Kept
from leerkring.practice.scans.ledger.released import ANSWERED
from leerkring.practice.scans.proof import ROUND, figures_in, leak_in
from leerkring.practice.scans.results import UnitKind
from leerkring.practice.scans.round_units import RoundUnit
from leerkring.practice.scans.snapshot import freeze

ITEMS = tuple(
    Item(f"{dimension.label}{number}", dimension, f"{dimension.value} {number}", "Stelling.")
    for dimension in Dimension
    for number in range(2)
)
ASKED = Instrument("Proef", "1", ITEMS, 1, 5, dict.fromkeys(Dimension, 3.5))
CITY = RoundUnit("stad", "Stad", UnitKind.MUNICIPALITY, None)


def a_round(*sizes: int) -> tuple[Answers, list[RoundUnit]]:
    teams = tuple(f"t{number}" for number in range(len(sizes)))
    units = [CITY, *(RoundUnit(team, team, UnitKind.TEAM, "stad") for team in teams)]
    team = np.repeat(np.arange(len(sizes)), sizes)
    values = np.random.default_rng(3).integers(1, 6, (len(team), len(ITEMS)), dtype=np.uint8)
    return Answers(teams, team, values), units


@pytest.mark.parametrize("sizes", [(8, 9, 3, 12), (5, 4), (5, 5, 5), (4,), (6, 1, 1, 1)])
def test_what_freeze_lets_through_gives_nobody_away(sizes: tuple[int, ...]) -> None:
    answers, units = a_round(*sizes)
    snapshot = freeze(ASKED, answers, units, k=5)
    assert leak_in(snapshot, ASKED, answers, units) is None


def test_a_figure_rests_on_who_answered_it() -> None:
    answers, units = a_round(8, 9)
    answers.values[0, :2] = 0
    snapshot = freeze(ASKED, answers, units, k=5)
    people = [dict(told.figure.people) for told in figures_in(snapshot, ASKED, answers, units)]
    # Ik in the city, in t0 without its first member, and in t1
    assert people[:3] == [{"t0": 7, "t1": 9}, {"t0": 7}, {"t1": 9}]


def test_a_count_of_answers_is_about_who_was_asked() -> None:
    answers, units = a_round(8, 9)
    units[1] = replace(units[1], members=12)
    snapshot = freeze(ASKED, answers, units, k=5)
    *_, city, first, second = figures_in(snapshot, ASKED, answers, units)
    assert {city.figure.scale, first.figure.scale} == {ANSWERED}
    assert city.figure.people == {"t0": 12, "t1": 9}
    assert second.figure.people == {"t1": 9}


def test_a_snapshot_is_judged_beside_what_was_told_before() -> None:
    answers, units = a_round(8, 9)
    snapshot = freeze(ASKED, answers, units, k=5)
    known = [Kept("ik", ROUND, {"t0": 8, "t1": 6})]  # all of t0 and most of t1
    assert leak_in(snapshot, ASKED, answers, units, known=known) is not None
    elsewhere = [replace(figure, round="een andere ronde") for figure in known]
    assert leak_in(snapshot, ASKED, answers, units, known=elsewhere) is None


def test_a_snapshot_that_shows_too_much_is_seen_through() -> None:
    answers, units = a_round(8, 9, 3)
    safe = freeze(ASKED, answers, units, k=5)
    assert [unit.is_shown for unit in safe.units] == [True, False, True, False]
    loose = freeze(ASKED, answers, units, k=2)
    assert leak_in(replace(loose, k=5), ASKED, answers, units) is not None
