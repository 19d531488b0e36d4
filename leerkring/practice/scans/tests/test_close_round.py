"""Closing a round freezes what it says, once, to each audience."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError

from leerkring.foundation.activity.models import Activity
from leerkring.network.people.actions import take_in_teams
from leerkring.network.people.models import Person, Team
from leerkring.network.people.team_files import TeamRow
from leerkring.practice.scans.actions import RoundIsClosed, close_round, take_in_answers
from leerkring.practice.scans.answers import Answers
from leerkring.practice.scans.models import Audience, Closing, FrozenResult, Response, Round
from leerkring.practice.scans.queries import answers_of, tree_of
from leerkring.practice.scans.results import UnitKind
from leerkring.practice.scans.snapshot import freeze_for_both

Given = Callable[..., Answers]


@pytest.fixture
def answered(
    teams_named: Callable[..., list[Team]], opened: Callable[..., Round], given: Given
) -> Round:
    """Twelve answers in Noord, seven in Oost, four in Zuid."""
    round_ = opened(teams_named("Noord", "Oost", "Zuid"))
    take_in_answers(round=round_, answers=given({"noord": 12, "oost": 7, "zuid": 4}))
    return round_


def of(round_: Round, team: str, audience: str) -> FrozenResult:
    return FrozenResult.objects.for_team(Team.objects.get(slug=team), audience).get(round=round_)


def test_both_audiences_get_every_unit_as_the_calculation_has_it(answered: Round) -> None:
    expected = freeze_for_both(
        answered.instrument.instrument,
        answers_of(answered),
        tree_of(answered),
        k_team=5,
        k_public=10,
    )
    close_round(answered, by=None)
    for audience, snapshot in zip((Audience.TEAM, Audience.PUBLIC), expected, strict=True):
        frozen = FrozenResult.objects.filter(round=answered, audience=audience)
        stored = {(row.kind, row.unit): row.result for row in frozen}
        assert stored == {(unit.kind.value, unit.unit): unit for unit in snapshot.units}
    assert {row.kind for row in answered.results.all()} == {kind.value for kind in UnitKind}


def test_who_is_too_small_is_withheld_with_a_reason(answered: Round) -> None:
    close_round(answered, by=None)
    assert of(answered, "noord", Audience.TEAM).result.is_shown
    small = of(answered, "zuid", Audience.TEAM).result
    assert small.withheld
    assert (small.answered, small.members, small.dimensions) == (None, None, {})


def test_a_team_with_seven_answers_is_for_itself_and_not_for_everyone(
    teams_named: Callable[..., list[Team]], opened: Callable[..., Round], given: Given
) -> None:
    round_ = opened(teams_named("Noord", "Oost", "Zuid"))
    take_in_answers(round=round_, answers=given({"noord": 12, "oost": 7, "zuid": 6}))
    close_round(round_, by=None)
    shown = {
        (team, audience.value): of(round_, team, audience).result.is_shown
        for team in ("noord", "oost")
        for audience in (Audience.TEAM, Audience.PUBLIC)
    }
    assert shown == {
        ("noord", "team"): True,
        ("noord", "openbaar"): True,
        ("oost", "team"): True,
        ("oost", "openbaar"): False,
    }


@pytest.mark.parametrize(("limit", "shown"), [(23, True), (24, False)])
def test_the_limits_are_those_of_the_installation(
    answered: Round, settings: object, limit: int, shown: bool
) -> None:
    settings.K_TEAM = settings.K_PUBLIC = limit
    close_round(answered, by=None)
    city = answered.results.get(kind=UnitKind.MUNICIPALITY, audience=Audience.TEAM)
    assert city.result.is_shown is shown


def test_the_closing_says_who_and_how(answered: Round, db: None) -> None:
    noor = Person.objects.create_user("noor@voorbeeld.nl")
    closing = close_round(answered, by=noor)
    closing.refresh_from_db()
    assert closing.by == noor
    assert closing.respondents is None  # Zuid is withheld
    assert closing.method
    assert set(closing.reliability) >= {"ik", "wij", "wijk"}
    assert answered.is_closed
    assert Round.objects.get().is_closed
    assert Activity.objects.get(verb="scans.closed").by == noor


def test_what_was_frozen_stays_whatever_happens_to_the_answers(answered: Round) -> None:
    close_round(answered, by=None)
    before = list(FrozenResult.objects.order_by("pk").values_list("content", flat=True))
    Response.objects.all().delete()
    take_in_teams([TeamRow("Noord", "Nabij", "", "Merestad", 40, 2)])
    after = list(FrozenResult.objects.order_by("pk").values_list("content", flat=True))
    assert after == before
    assert of(answered, "noord", Audience.TEAM).result.members == 12


def test_a_round_closes_once(answered: Round) -> None:
    close_round(answered, by=None)
    with pytest.raises(RoundIsClosed):
        close_round(answered, by=None)
    with pytest.raises(IntegrityError):
        Closing.objects.create(round=answered, method="")


def test_a_round_without_answers_closes_and_shows_nothing(
    teams_named: Callable[..., list[Team]], opened: Callable[..., Round]
) -> None:
    round_ = opened(teams_named("Noord"))
    assert close_round(round_, by=None).respondents is None
    assert not any(row.result.is_shown for row in round_.results.all())


def test_names_of_organisation_and_town_as_long_as_they_may_be_fit(
    teams_named: Callable[..., list[Team]], opened: Callable[..., Round], given: Given
) -> None:
    teams = teams_named("a" * 120, organisation="b" * 120, municipality="c" * 120)
    round_ = opened(teams)
    take_in_answers(round=round_, answers=given({teams[0].slug: 12}))
    close_round(round_, by=None)
    for row in round_.results.all():
        row.full_clean()


def test_one_result_a_unit_and_audience(answered: Round) -> None:
    close_round(answered, by=None)
    row = FrozenResult.objects.first()
    row.pk = None
    with pytest.raises(IntegrityError):
        row.save()
