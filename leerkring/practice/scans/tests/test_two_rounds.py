"""A second round beside the first: what is told, what is kept, and what is not."""

import json
from collections.abc import Callable
from datetime import date

import pytest

from leerkring.network.people.models import Team
from leerkring.practice.scans.actions import (
    RoundIsClosed,
    WouldLeak,
    close_round,
    open_round,
    take_in_answers,
    take_in_change,
)
from leerkring.practice.scans.answers import Answers
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instruments import Instrument
from leerkring.practice.scans.models import ComparedPerson, ReleasedFigure, Round
from leerkring.practice.scans.queries import releases_of, respondents_of
from leerkring.practice.scans.results import Audience, UnitKind, UnitResult

Given = Callable[..., Answers]
AskAgain = Callable[..., Round]


@pytest.fixture
def teams(teams_named: Callable[..., list[Team]]) -> list[Team]:
    return teams_named("Noord", "Oost", "Zuid")


@pytest.fixture
def first(teams: list[Team], opened: Callable[..., Round], given: Given) -> Round:
    round_ = opened(teams)
    take_in_answers(round=round_, answers=given({"noord": 12, "oost": 12, "zuid": 12}))
    close_round(round_, by=None)
    return round_


@pytest.fixture
def again(six: Instrument, teams: list[Team], first: Round, given: Given) -> AskAgain:
    """`again(noord=14)`: a round after the first one, not closed yet."""

    def make(previous: Round | None = first, **people: int) -> Round:
        on = date(2027, 4, 5)
        round_ = open_round(name="Voorjaar", instrument=six, teams=teams, on=on, previous=previous)
        people = {"noord": 12, "oost": 12, "zuid": 12} | people
        take_in_answers(round=round_, answers=given(people, seed=2))
        return round_

    return make


def of(round_: Round, unit: str, audience: Audience = Audience.TEAM) -> UnitResult:
    return round_.results.filter(audience=audience, unit=unit).get().result


def join(round_: Round, team: Team, number: int) -> None:
    for person in range(number):
        take_in_change(
            round=round_, team=team, person=f"{team.slug}{person}", change={Dimension.SELF: 0.5}
        )


def test_every_shown_unit_is_beside_its_own_figure_of_before(first: Round, again: AskAgain) -> None:
    second = again()
    close_round(second, by=None)
    for audience in (Audience.TEAM, Audience.PUBLIC):
        for row in second.results.filter(audience=audience):
            before = of(first, row.unit, audience)
            assert set(row.result.change) == set(Dimension)
            for dimension, change in row.result.change.items():
                means = [unit.dimensions[dimension].mean for unit in (before, row.result)]
                assert change.difference == pytest.approx(means[1] - means[0])
            assert not row.result.same_people


def test_a_unit_that_either_round_withholds_tells_no_change(again: AskAgain) -> None:
    second = again(zuid=3)
    close_round(second, by=None)
    assert of(second, "noord").change
    assert not of(second, "zuid").change


def test_a_round_that_follows_none_tells_no_change(again: AskAgain) -> None:
    second = again(previous=None)
    close_round(second, by=None)
    assert not of(second, "noord").change
    assert "change" not in second.results.first().content


def test_a_whole_of_other_teams_is_not_the_same_whole(
    six: Instrument, teams: list[Team], first: Round, given: Given
) -> None:
    second = open_round(
        name="Voorjaar", instrument=six, teams=teams[:2], on=date(2027, 4, 5), previous=first
    )
    take_in_answers(round=second, answers=given({"noord": 12, "oost": 12}))
    close_round(second, by=None)
    assert of(second, "noord").change
    assert not of(second, "merestad").change


@pytest.mark.parametrize(
    ("now", "joined", "told"), [(12, 12, True), (17, 12, True), (13, 12, False), (12, 10, False)]
)
def test_the_same_people_are_compared_when_nobody_stands_out(
    again: AskAgain, teams: list[Team], now: int, joined: int, told: bool
) -> None:
    second = again(noord=now)
    join(second, teams[0], joined)
    close_round(second, by=None)
    assert set(of(second, "noord").same_people) == ({Dimension.SELF} if told else set())
    assert ReleasedFigure.objects.exclude(since=None).exists() is told


def test_nobody_sees_more_than_the_team_does(again: AskAgain, teams: list[Team]) -> None:
    """Five who came are enough for the team, and too few for everyone."""
    second = again(noord=17)
    join(second, teams[0], 12)
    close_round(second, by=None)
    assert of(second, "noord", Audience.TEAM).same_people
    assert not of(second, "noord", Audience.PUBLIC).same_people
    assert of(second, "noord", Audience.PUBLIC).change


def test_who_asks_twice_counts_once_and_is_forgotten_at_closing(
    again: AskAgain, teams: list[Team]
) -> None:
    second = again()
    join(second, teams[0], 12)
    join(second, teams[0], 12)
    assert ComparedPerson.objects.count() == 12
    close_round(second, by=None)
    assert not ComparedPerson.objects.exists()
    assert {"noord": 12} in list(
        ReleasedFigure.objects.exclude(since=None).values_list("people", flat=True)
    )
    with pytest.raises(RoundIsClosed):
        join(second, teams[0], 1)


def test_a_third_round_is_not_laid_beside_the_same_people_again(
    again: AskAgain, teams: list[Team]
) -> None:
    second = again()
    join(second, teams[0], 12)
    close_round(second, by=None)
    third = again(previous=second)
    join(third, teams[0], 12)
    close_round(third, by=None)
    assert of(third, "noord").change
    assert not of(third, "noord").same_people


def test_the_ledger_names_nobody_and_holds_every_shown_figure(first: Round) -> None:
    rows = ReleasedFigure.objects.filter(round=first, audience=Audience.TEAM)
    shown = [row.result for row in first.results.filter(audience=Audience.TEAM)]
    told = {(row.kind, row.unit, scale) for row in rows for scale in row.scales}
    for unit in shown:
        for scale in (*unit.dimensions, *unit.competences):
            assert (unit.kind.value, unit.unit, str(scale)) in told
    assert {frozenset(row.people) for row in rows if row.kind == UnitKind.MUNICIPALITY} == {
        frozenset({"noord", "oost", "zuid"})
    }
    assert all(isinstance(n, int) for row in rows for n in row.people.values())
    assert len(json.dumps([row.people for row in rows])) < 2000


def test_what_the_ledger_holds_already_can_stop_a_release(first: Round, again: AskAgain) -> None:
    """Somebody wrote a figure into the ledger that the new one would betray."""
    second = again()
    ReleasedFigure.objects.create(
        round=second,
        audience=Audience.TEAM,
        kind=UnitKind.TEAM,
        unit="noord",
        scales=["ik"],
        people={"noord": 11},
    )
    with pytest.raises(WouldLeak, match="te herleiden"):
        close_round(second, by=None)
    second.refresh_from_db()
    assert not second.is_closed


def test_the_overview_counts_what_was_told_to_whom(first: Round) -> None:
    releases = releases_of(first)
    assert {release.to for release in releases} == {"het team", "iedereen"}
    for release in releases:
        assert (release.teams, release.larger, release.same_people) == (3, 2, 0)
        assert release.figures == 5 * (6 + 1)  # units x (scales and a count)


def test_a_total_is_told_only_without_a_withheld_team(first: Round, again: AskAgain) -> None:
    assert respondents_of(first) == 36
    second = again(zuid=3)
    assert respondents_of(second) is None
    close_round(second, by=None)
    second.refresh_from_db()
    assert respondents_of(second) is None
