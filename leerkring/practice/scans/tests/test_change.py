"""What changed since the previous round, in three steps and from shown figures alone."""

from dataclasses import replace

import pytest

from leerkring.practice.scans.change import (
    Pair,
    comparable,
    in_words,
    same_people_changes,
    verdict,
    whole_changes,
)
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instruments import Instrument
from leerkring.practice.scans.results import Change, ScaleResult, UnitKind, UnitResult, Verdict

IK, WIJ = Dimension.SELF, Dimension.TEAM


def unit(mean: float, error: float, *dimensions: Dimension) -> UnitResult:
    told = dict.fromkeys(dimensions or (IK,), ScaleResult(mean, error, 3.5, 0.5, 0.1))
    return UnitResult("noord", "Noord", UnitKind.TEAM, 8, 9, told)


# Jacobson & Truax (1991): reliable from 1.96 standard errors of the difference on.
@pytest.mark.parametrize(
    ("difference", "error", "told"),
    [
        (0.40, 0.20, Verdict.FORWARD),
        (0.39, 0.20, Verdict.SAME),
        (0.0, 0.0, Verdict.SAME),
        (-0.392, 0.20, Verdict.SAME),
        (-0.40, 0.20, Verdict.BACK),
    ],
)
def test_a_change_is_clear_beyond_twice_its_error(
    difference: float, error: float, told: Verdict
) -> None:
    assert verdict(difference, error) is told


def test_two_rounds_differ_with_the_errors_of_both(six: Instrument) -> None:
    change = whole_changes(unit(3.1, 0.3), unit(4.3, 0.4), six, {IK})[IK]
    assert change == Change(1.2, 0.5, Verdict.FORWARD)


def test_a_dimension_that_one_round_withholds_is_not_compared(six: Instrument) -> None:
    assert set(whole_changes(unit(3, 0.1, IK), unit(3, 0.1, IK, WIJ), six, {IK, WIJ})) == {IK}
    assert whole_changes(unit(3, 0.1, IK, WIJ), unit(3, 0.1, WIJ), six, {IK}) == {}


@pytest.mark.parametrize(("before", "now"), [(4.5, 3.1), (3.1, 4.5), (1.5, 1.5)])
def test_from_or_to_an_end_of_the_scale_no_figure_is_told(
    six: Instrument, before: float, now: float
) -> None:
    change = whole_changes(unit(before, 0.1), unit(now, 0.1), six, {IK})[IK]
    assert change.at_end
    assert in_words(change) == change.verdict.value


def test_words_for_a_reader() -> None:
    assert in_words(Change(0.4, 0.1, Verdict.FORWARD)) == "duidelijk vooruit (+0,4)"
    assert in_words(Change(-1.2, 0.1, Verdict.BACK)) == "duidelijk achteruit (−1,2)"
    assert in_words(Change(0.4, 0.4, Verdict.SAME)) == "geen duidelijk verschil"


def test_only_what_was_asked_in_the_same_way_is_compared(six: Instrument) -> None:
    assert comparable(six, six) == set(Dimension)
    first, *rest = six.items
    other = replace(six, items=(replace(first, statement="Iets anders."), *rest))
    assert comparable(other, six) == set(Dimension) - {first.dimension}
    assert comparable(replace(six, high=7), six) == set()


def people(team: str, *changes: float) -> list[Pair]:
    return [Pair(team, {IK: change}) for change in changes]


def test_the_same_people_are_compared_by_their_mean_change(six: Instrument) -> None:
    pairs = [*people("noord", *[1.0, 1.25, 0.75] * 4), *people("oost", *[-0.5, 0.5] * 3)]
    found = same_people_changes(pairs, {IK: {"noord", "oost"}}, six)
    assert found["noord"] == {IK: Change(1.0, None, Verdict.FORWARD)}
    assert found["oost"] == {IK: Change(0.0, None, Verdict.SAME)}


def test_a_team_that_is_not_shown_leaves_no_trace(six: Instrument) -> None:
    noord = people("noord", *[1.0, 1.25, 0.75] * 4)
    oost = people("oost", 4.0, -4.0, 4.0)
    alone = same_people_changes(noord, {IK: {"noord"}}, six)
    assert same_people_changes([*noord, *oost], {IK: {"noord"}}, six) == alone


def test_under_ten_people_together_nothing_of_the_same_people_is_told(six: Instrument) -> None:
    assert same_people_changes(people("noord", *[1.0] * 9), {IK: {"noord"}}, six) == {}
    assert same_people_changes(people("noord", *[1.0] * 10), {IK: {"noord"}}, six) != {}


def test_everybody_from_one_end_to_the_other_is_told_as_less(six: Instrument) -> None:
    change = same_people_changes(people("noord", *[4.0] * 12), {IK: {"noord"}}, six)["noord"][IK]
    assert (change.difference, change.verdict) == (3.0, Verdict.FORWARD)
