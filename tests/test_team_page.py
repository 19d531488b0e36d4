"""A team's page: what it tells, and to whom."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from leerkring.practice.answering.models import FrozenCoverage
from leerkring.practice.scans.coverage import DOMAINS
from leerkring.practice.scans.models import FrozenResult, ReleasedFigure, Response, Round
from leerkring.practice.scans.results import Audience
from tests.access_table import addresses
from tests.cast import World

AsMember = Callable[[str], Client]


def page(world: World, browser: Client, key: str = "own") -> str:
    url = reverse("team", kwargs=addresses(world)[f"team {key}"])
    return browser.get(url).content.decode()


def cover(world: World, key: str, step: str | None) -> None:
    FrozenCoverage.objects.create(
        round=world.programme.round,
        team=world.teams[key].team,
        steps={domain.code: step for domain in DOMAINS},
    )


@pytest.mark.parametrize(
    ("person", "sees"), [("professional", True), ("facilitator", True), ("coordinator", False)]
)
def test_what_a_team_covers_is_for_the_team_and_its_facilitator(
    person: str, sees: bool, world: World, as_member: AsMember
) -> None:
    cover(world, "own", "dun gedekt")
    shown = page(world, as_member(person))
    assert ("Wat weten we samen?" in shown) == sees
    assert ("dun gedekt" in shown) == sees


def test_coverage_that_is_withheld_explains_itself(world: World, as_member: AsMember) -> None:
    cover(world, "own", None)
    shown = page(world, as_member("professional"))
    assert "Dit tonen we niet" in shown
    assert "lk-chart--steps" not in shown


def test_a_round_in_which_nobody_was_asked_has_no_such_section(
    world: World, as_member: AsMember
) -> None:
    assert "Wat weten we samen?" not in page(world, as_member("professional"))


def test_change_is_shown_only_where_a_round_came_before(world: World, as_member: AsMember) -> None:
    browser, round_ = as_member("professional"), world.programme.round
    assert "Sinds de vorige ronde" not in page(world, browser)
    first = Round.objects.create(name="Toen", instrument=round_.instrument, opened_on="2026-01-01")
    Round.objects.filter(pk=round_.pk).update(previous=first)
    assert "We vergelijken alleen wat in beide rondes" in page(world, browser)
    frozen = FrozenResult.objects.for_team(world.teams["own"].team).get(round=round_)
    change = {"difference": 0.6, "standard_error": 0.2, "verdict": "duidelijk vooruit"}
    frozen.content["change"] = {"ik": {**change, "at_end": False}}
    frozen.save()
    shown = page(world, browser)
    assert "Jullie gingen duidelijk vooruit op Ik." in shown
    assert "lk-chart--change" in shown


def test_a_withheld_team_gets_no_subjects_and_no_change(world: World, as_member: AsMember) -> None:
    shown = page(world, as_member("facilitator"), "small")
    assert "Hier praten jullie eerst over" not in shown
    assert "Sinds de vorige ronde" not in shown


def test_a_team_reads_what_to_talk_about_first(world: World, as_member: AsMember) -> None:
    assert "Hier praten jullie eerst over" in page(world, as_member("professional"))


def test_who_coordinates_reads_what_was_told(world: World, as_member: AsMember) -> None:
    url = reverse("programmes:told", kwargs=addresses(world)["programme"])
    browser = as_member("coordinator")
    shown = browser.get(url).content.decode()
    assert "Uitkomsten van" in shown
    assert shown.count("<tr>") == 1 + len(Audience)
    home = reverse("programme", kwargs=addresses(world)["programme"])
    assert url in browser.get(home).content.decode()


def test_a_round_that_would_leak_stays_open_and_says_so(world: World, as_member: AsMember) -> None:
    """The ledger holds a figure that a new one would betray."""
    round_ = world.asking.round
    team = world.asking.participations.get().team
    width = len(round_.instrument.instrument.items)
    for _ in range(6):
        Response.objects.create(round=round_, team=team, answers=bytes([3] * width))
    ReleasedFigure.objects.create(
        round=round_, audience="team", kind="team", unit=team.slug, scales=["ik"],
        people={team.slug: 5},
    )  # fmt: skip
    browser, about = as_member("coordinator"), addresses(world)["asking"]
    answer = browser.post(reverse("programmes:round_closing", kwargs=about), follow=True)
    assert answer.redirect_chain[-1][0] == reverse("programmes:round", kwargs=about)
    shown = answer.content.decode()
    assert "De ronde is nog open." in shown
    assert "te herleiden" in shown
    assert not Round.objects.get(pk=round_.pk).is_closed
