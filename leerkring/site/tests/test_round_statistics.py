"""Statistics of a round: of many people and teams, or of nobody."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from leerkring.loop.programmes.intake import Intake
from leerkring.practice.scans.statistics.report import RawAnswers, report
from leerkring.site.main_job import freeze_intake
from leerkring.site.round_statistics import round_statistics

NAMES = ("alpha", "alpha_ci", "omega", "icc1", "icc2", "icc1_k0", "icc2_k0", "reml")


def statistics(intake: Intake) -> dict[str, Any]:
    job = freeze_intake(intake, k_team=5, k_public=10, day=date(2026, 10, 5))
    return round_statistics(job.intake, job.snapshot)


def test_they_are_those_of_an_analyst_without_the_teams(
    intake_of: Callable[..., Intake],
) -> None:
    intake = intake_of([("Noord", 15), ("Zuid", 14), ("West", 12)])
    found = statistics(intake)
    assert (found["respondents"], found["groups"]) == (41, 3)
    instrument, answers = intake.instrument, intake.answers
    items = [item for item in instrument.items if item.dimension == "wij"]
    raw = RawAnswers(
        instrument.codes, answers.values.astype(float), [str(t) for t in answers.team], 1, 5
    )
    theirs = report(
        raw,
        {"Wij": [item.code for item in items]},
        reversed_items=[item.code for item in items if item.reversed],
    )["scales"]["Wij"]
    assert tuple(found["scales"]["Wij"]) == NAMES
    assert found["scales"]["Wij"]["omega"] == pytest.approx(theirs["omega"], abs=5e-5)
    assert found["scales"]["Wij"]["alpha"] == pytest.approx(theirs["alpha"], abs=5e-5)
    between = found["scales"]["Wij"]["reml"]["between"]
    assert between == pytest.approx(theirs["reml"]["between"], abs=5e-5)


@pytest.mark.parametrize(
    "teams",
    [
        [("Noord", 40)],
        [("Noord", 20), ("Zuid", 20)],
        [("Noord", 9), ("Zuid", 9), ("West", 9)],
        [("Noord", 2), ("Zuid", 1)],
    ],
)
def test_few_people_or_few_teams_give_none(
    intake_of: Callable[..., Intake], teams: list[tuple[str, int]]
) -> None:
    scales = statistics(intake_of(teams))["scales"]
    assert [tuple(scale) for scale in scales.values()] == [NAMES] * 3
    assert {value for scale in scales.values() for value in scale.values()} == {None}


def test_a_total_with_a_withheld_team_in_it_is_not_told(intake_of: Callable[..., Intake]) -> None:
    """Beside what is known of the other teams it would count the three in Klein."""
    intake = intake_of([("Noord", 14), ("Zuid", 14), ("West", 12), ("Klein", 3)])
    job = freeze_intake(intake, k_team=5, k_public=10, day=date(2026, 10, 5))
    found = round_statistics(job.intake, job.snapshot)
    assert (found["respondents"], found["groups"]) == (None, None)


def test_a_mean_at_the_end_of_the_scale_is_coarse(intake_of: Callable[..., Intake]) -> None:
    found = statistics(intake_of([("Noord", 12), ("Zuid", 12), ("West", 12)], high=7, answer=7))
    assert {scale["reml"]["mean"] for scale in found["scales"].values()} <= {6.2, None}
