"""What a closed round says, and above all what it does not."""

import json
from collections.abc import Sequence

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import norm, t

from leerkring.practice.scans.answers import Answers
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instruments import Instrument, Item
from leerkring.practice.scans.release import reason
from leerkring.practice.scans.results import Accord, UnitKind, UnitResult
from leerkring.practice.scans.snapshot import RoundUnit, Snapshot, freeze, freeze_for_both
from leerkring.practice.scans.snapshot_json import as_json, from_json

IK, WIJ, WIJK = Dimension.SELF, Dimension.TEAM, Dimension.DISTRICT
COMPETENCES = {IK: "contact", WIJ: "veilig leren", WIJK: "wijkkennis"}
THREE = Instrument(
    "Proef",
    "1",
    tuple(
        Item(f"{dimension.name}{number}", dimension, competence, f"stelling {number}")
        for dimension, competence in COMPETENCES.items()
        for number in (1, 2, 3)
    ),
    1,
    5,
    {IK: 3.5, WIJ: 3.5, WIJK: 3.5},
)
Rows = Sequence[Sequence[int]]


def person(ik: int, wij: int = 3, wijk: int = 3) -> list[int]:
    return [ik] * 3 + [wij] * 3 + [wijk] * 3


def answers(teams: dict[str, Rows]) -> Answers:
    """Per team a row a person, as in `Answers.values`."""
    rows = [row for people in teams.values() for row in people]
    team = np.repeat(np.arange(len(teams)), [len(people) for people in teams.values()])
    values = np.array(rows, dtype=np.uint8).reshape(len(rows), len(THREE.items))
    return Answers(tuple(teams), team, values)


def city(teams: Sequence[str]) -> list[RoundUnit]:
    above = [
        RoundUnit("stad", "De stad", UnitKind.MUNICIPALITY, None),
        RoundUnit("stad/zorg", "Zorg", UnitKind.ORGANISATION, "stad"),
    ]
    return above + [RoundUnit(t, f"Team {t}", UnitKind.TEAM, "stad/zorg", 12) for t in teams]


def frozen(teams: dict[str, Rows], k: int = 5) -> Snapshot:
    return freeze(THREE, answers(teams), city(list(teams)), k=k)


def crowd(seed: int, size: int, level: float = 3.0) -> list[list[int]]:
    drawn = np.random.default_rng(seed).normal(level, 1, (size, len(THREE.items)))
    return np.clip(np.rint(drawn), 1, 5).astype(int).tolist()


def hidden(unit: UnitResult) -> bool:
    """Withheld, with nothing in it that a reader could use."""
    return unit == UnitResult(unit.unit, unit.name, unit.kind, None, None, withheld=reason(5))


def test_a_team_of_four_is_withheld_with_a_sibling_to_hide_behind() -> None:
    made = frozen({"a": crowd(1, 4), "b": crowd(2, 9), "c": crowd(3, 7), "d": crowd(4, 20)})
    assert [unit.unit for unit in made.teams if unit.is_shown] == ["b", "d"]
    assert hidden(made.unit("a"))
    assert hidden(made.unit("c"))
    assert made.unit("stad").is_shown
    assert made.respondents is None


def test_a_whole_with_a_withheld_team_in_it_tells_no_count() -> None:
    # Otherwise 16 of 16 beside teams of 9 and 7 tells that nobody answered in the last one.
    with_silence = frozen({"a": crowd(1, 9), "b": crowd(2, 7), "c": crowd(3, 0)})
    assert [unit.unit for unit in with_silence.teams if unit.is_shown] == ["a", "b"]
    assert (with_silence.unit("stad").answered, with_silence.unit("stad").members) == (None, None)
    without = frozen({"a": crowd(1, 9), "b": crowd(2, 7)})
    assert without.unit("stad").answered == 16
    assert (with_silence.respondents, without.respondents) == (None, 16)


def test_an_empty_team_looks_like_any_withheld_team() -> None:
    made = frozen({"a": [], "b": crowd(2, 4), "c": crowd(3, 6), "d": crowd(4, 20)})
    assert hidden(made.unit("a"))
    assert hidden(made.unit("b"))


def test_someone_without_any_answer_has_not_answered() -> None:
    blank = [0] * 9
    assert not frozen({"a": [*crowd(1, 4), blank]}).unit("a").is_shown
    assert frozen({"a": [*crowd(1, 5), blank]}).unit("a").answered == 5


def test_a_round_without_answers_withholds_everything() -> None:
    made = frozen({"a": [], "b": []})
    assert all(hidden(unit) for unit in made.units)
    assert made.respondents is None
    assert set(made.reliability.values()) == {None}


def test_five_answers_all_the_same_show_no_certainty_and_no_extreme() -> None:
    made = frozen({"a": [person(3, 5, 1)] * 5}).unit("a")
    assert [made.dimensions[d].mean for d in (IK, WIJ, WIJK)] == [3.0, 4.5, 1.5]
    assert min(result.standard_error for result in made.dimensions.values()) > 0


def test_a_lone_small_team_does_not_tell_its_spread() -> None:
    close = frozen({"a": [person(3)] * 5}).unit("a")
    apart = frozen({"a": [person(1), person(5), person(3), person(1), person(5)]}).unit("a")
    assert close.dimensions[IK] == apart.dimensions[IK]


def test_the_spread_of_an_organisation_cannot_be_subtracted_either() -> None:
    units = [RoundUnit("stad", "De stad", UnitKind.MUNICIPALITY, None)]
    for key in ("a", "b"):
        units.append(RoundUnit(f"stad/{key}", key, UnitKind.ORGANISATION, "stad"))
        units.append(RoundUnit(key, key, UnitKind.TEAM, f"stad/{key}"))

    def errors(b: Rows) -> list[float]:
        a = [person(x % 5 + 1) for x in range(15)]
        made = freeze(THREE, answers({"a": a, "b": b}), units, k=5)
        shown = [made.unit(key) for key in ("stad", "stad/a", "stad/b")]
        return [unit.dimensions[IK].standard_error for unit in shown]

    close, apart = errors([person(3)] * 6), errors([person(1), person(5)] * 3)
    assert close[0] < apart[0]  # twenty-one people: their spread may be told
    assert close[1:] == apart[1:] == [round(np.sqrt(2 / 15), 2), round(np.sqrt(2 / 6), 2)]


def test_under_ten_teams_a_mean_is_the_teams_own_and_wide() -> None:
    teams = {
        "a": [person(x) for x in (2, 3, 4, 3, 3)],
        "b": [person(x) for x in (4, 5, 3, 4, 4, 4)],
    }
    result = frozen(teams).unit("a").dimensions[IK]
    within = (2 + 2) / (5 - 1 + 6 - 1)  # squares within a and b over their degrees of freedom
    wide = t.ppf(0.975, 4) / norm.ppf(0.975)
    assert result.mean == 3.0
    assert result.standard_error == pytest.approx(np.sqrt(within / 5) * wide, abs=0.005)


def test_from_ten_teams_a_small_team_leans_on_the_others() -> None:
    teams = {f"t{i}": crowd(i, 6, 2 + i / 5) for i in range(12)}
    raw = np.mean(np.array(teams["t11"])[:, :3])
    everyone = np.mean([row[:3] for rows in teams.values() for row in rows])
    made = frozen(teams)
    assert everyone < made.unit("t11").dimensions[IK].mean < raw
    assert "dichter naar het gemiddelde van alle teams" in made.method


def test_equal_teams_are_said_to_be_equal() -> None:
    made = frozen({f"t{i}": [person(x) for x in (2, 3, 4, 3, 3)] for i in range(11)})
    assert "tussen de teams geen verschil" in made.method
    assert {unit.dimensions[IK].mean for unit in made.teams} == {3.0}


def test_a_withheld_team_leaves_no_trace_in_the_figures_of_other_teams() -> None:
    teams = {f"t{i:02}": crowd(i, 6 + i) for i in range(11)}
    calm = frozen({**teams, "x": [person(3)] * 4}).teams
    fierce = frozen({**teams, "x": [person(1, 1, 5)] * 4}).teams
    assert sum(unit.is_shown for unit in calm) == 10
    assert calm == fierce


def test_the_shortfall_follows_from_the_shown_mean_and_error() -> None:
    result = frozen({"a": crowd(1, 8), "b": crowd(2, 9)}).unit("a").dimensions[WIJ]
    around = norm(result.mean, result.standard_error)
    short = quad(lambda x: (3.5 - x) * around.pdf(x), -10, 3.5, points=[result.mean])[0]
    assert result.shortfall == pytest.approx(short, abs=1e-4)
    assert result.probability_short == pytest.approx(around.cdf(3.5), abs=1e-4)


def test_a_scale_that_four_people_answered_is_left_out_and_cannot_be_subtracted() -> None:
    skipped = [3] * 6 + [0] * 3
    teams = {
        "a": [*crowd(1, 4), skipped, skipped],
        "b": crowd(2, 8),
        "c": crowd(3, 9),
    }
    made = frozen(teams)
    assert all(unit.is_shown for unit in made.units)
    with_wijk = [unit.unit for unit in made.units if WIJK in unit.dimensions]
    assert with_wijk == ["stad", "stad/zorg", "c"]  # b goes along: together they hide twelve
    assert "wijkkennis" not in made.unit("a").competences
    assert set(made.unit("a").dimensions) == {IK, WIJ}


def test_an_item_that_nobody_answered_does_not_stop_its_scale() -> None:
    rows = np.array(crowd(1, 8))
    rows[:, 6] = 0
    result = frozen({"a": rows.tolist()}).unit("a").dimensions[WIJK]
    assert result.mean == pytest.approx(rows[:, 7:].mean(), abs=0.05)
    rows[:, 7] = 255
    assert WIJK not in frozen({"a": rows.tolist()}).unit("a").dimensions


def test_a_unit_of_which_no_dimension_can_be_shown_is_withheld() -> None:
    assert hidden(frozen({"a": [[3] + [255] * 8] * 5}).unit("a"))


def test_accord_is_told_for_what_a_team_shares() -> None:
    one_mind = [person(1, 4, 4), person(5, 4, 4), person(1, 4, 4), person(5, 4, 4), person(1, 4, 4)]
    divided = [person(3, 4, x) for x in (1, 5, 1, 5, 1)]
    made = frozen({"a": one_mind, "b": divided})
    assert made.unit("a").dimensions[IK].accord is None
    assert made.unit("a").dimensions[WIJ].accord is Accord.AGREED
    assert made.unit("b").dimensions[WIJK].accord is Accord.DIVIDED
    assert made.unit("b").competences["wijkkennis"].accord is Accord.DIVIDED
    assert made.unit("stad").dimensions[WIJK].accord is None


def test_more_is_sure_when_everyone_falls_shorter_on_one_than_the_other() -> None:
    rows = [person(4, 2 + i % 2, 4) for i in range(12)]
    more = frozen({"a": rows}).unit("a").more
    assert more[WIJ, WIJK] == 0.95
    assert more[WIJK, WIJ] == 0.05
    assert more[IK, WIJK] == 0.5


def test_the_public_sees_part_of_what_teams_see() -> None:
    teams = {f"t{i}": crowd(i, 3 + i) for i in range(15)}
    team, public = freeze_for_both(THREE, answers(teams), city(list(teams)), k_team=5, k_public=10)
    for narrow, wide in zip(public.units, team.units, strict=True):
        assert wide.is_shown or not narrow.is_shown
        assert set(narrow.dimensions) <= set(wide.dimensions)
        assert set(narrow.competences) <= set(wide.competences)
        assert narrow.answered is None or narrow.answered >= 10
    assert any(unit.is_shown for unit in public.teams)


def test_reliability_is_for_thirty_people_or_more() -> None:
    assert frozen({"a": crowd(1, 29)}).reliability["wij"] is None
    found = frozen({"a": crowd(1, 30)}).reliability["wij"]
    assert found is not None
    assert set(found) == {"alpha", "alpha_low", "alpha_high", "omega"}


def test_a_snapshot_survives_json_without_loss() -> None:
    made = frozen({"a": crowd(1, 4), "b": crowd(2, 19), "c": crowd(3, 14)})
    assert from_json(json.loads(json.dumps(as_json(made)))) == made


def test_a_team_may_be_named_as_its_municipality() -> None:
    units = [
        RoundUnit("delft", "Delft", UnitKind.MUNICIPALITY, None),
        RoundUnit("delft", "Team Delft", UnitKind.TEAM, "delft"),
    ]
    made = freeze(THREE, answers({"delft": crowd(1, 6)}), units, k=5)
    assert made.unit("delft").kind is UnitKind.TEAM
    assert made.unit("delft", UnitKind.MUNICIPALITY).answered == 6


@pytest.mark.parametrize(
    ("units", "told"),
    [
        ([RoundUnit("b", "B", UnitKind.TEAM, None)], "outside the tree"),
        ([RoundUnit("a", "A", UnitKind.TEAM, "nergens")], "unknown parent"),
        ([RoundUnit("a", "A", UnitKind.TEAM, None)] * 2, "same key"),
        (
            [
                RoundUnit("a", "A", UnitKind.TEAM, None),
                RoundUnit("x", "X", UnitKind.ORGANISATION, "y"),
                RoundUnit("y", "Y", UnitKind.ORGANISATION, "x"),
            ],
            "circle",
        ),
    ],
)
def test_units_that_do_not_fit_are_refused(units: list[RoundUnit], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        freeze(THREE, answers({"a": crowd(1, 6)}), units, k=5)


def test_a_dimension_without_a_target_is_refused() -> None:
    aimless = Instrument("Proef", "1", THREE.items, 1, 5, {IK: 3.5})
    with pytest.raises(ValueError, match="no target for Wij, Wijk"):
        freeze(aimless, answers({"a": crowd(1, 6)}), city(["a"]), k=5)
