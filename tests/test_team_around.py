"""A team's page and a city's: what small scans told, and what changed since the round before."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerkring.practice.pulses.actions import close_pulse, hand_in
from leerkring.practice.pulses.models import Pulse
from leerkring.practice.scans.models import FrozenResult, Round
from leerkring.practice.scans.results import Audience
from tests.access_table import addresses
from tests.cast import World

AsMember = Callable[[str], Client]


def page(world: World, browser: Client) -> str:
    url = reverse("team", kwargs=addresses(world)["team own"])
    return browser.get(url).content.decode()


def effect(world: World, people: int) -> Pulse:
    """Of the team «own», answered after six weeks and closed."""
    pulse: Pulse = world.things["pulses waiting"]
    now = timezone.now()
    Pulse.objects.filter(pk=pulse.pk).update(opens_at=now - timedelta(hours=1), places=12)
    for number in range(people):
        hand_in(pulse, mark=str(number), answers=bytes([4, 3, 2]), text="")
    close_pulse(pulse, by=None)
    return pulse


@pytest.mark.parametrize(
    ("person", "sees"), [("professional", True), ("facilitator", True), ("coordinator", True)]
)
def test_the_effect_stands_on_the_page_of_the_team(
    person: str, sees: bool, world: World, as_member: AsMember
) -> None:
    pulse = effect(world, 6)
    shown = page(world, as_member(person))
    assert ("Wat de vorige sessie opleverde" in shown) == sees
    assert ("Wij werken beter samen dan voor de sessie." in shown) == sees
    assert (pulse.get_absolute_url() in shown) == sees


def test_an_effect_of_four_tells_nothing_but_that(world: World, as_member: AsMember) -> None:
    effect(world, 4)
    shown = page(world, as_member("professional"))
    assert "Wat de vorige sessie opleverde" in shown
    assert "Wij werken beter samen" not in shown


def test_small_scans_of_a_session_stand_on_both_of_its_pages(
    world: World, as_member: AsMember
) -> None:
    browser, closed = as_member("facilitator"), world.things["pulses closed"]
    session = browser.get(world.teams["own"].session.get_absolute_url()).content.decode()
    for shown in (page(world, browser), session):
        assert closed.get_absolute_url() in shown
        assert "Hier praten jullie eerst over" in shown


def test_what_changed_stands_with_the_city_and_with_its_organisations(
    world: World, as_member: AsMember
) -> None:
    browser, round_ = as_member("coordinator"), world.programme.round
    url = reverse("city", kwargs=addresses(world)["programme"])
    assert "Sinds de vorige ronde" not in browser.get(url).content.decode()
    first = Round.objects.create(name="Toen", instrument=round_.instrument, opened_on="2026-01-01")
    Round.objects.filter(pk=round_.pk).update(previous=first)
    larger = FrozenResult.objects.filter(round=round_, audience=Audience.PUBLIC)
    change = {"difference": 0.6, "standard_error": 0.2, "at_end": False}
    told = 0
    for row in larger.exclude(kind="team"):
        if not row.content["withheld"]:
            row.content["change"] = {"ik": {**change, "verdict": "duidelijk vooruit"}}
            row.save()
            told += 1
    shown = browser.get(url).content.decode()
    assert shown.count("De teams samen gingen duidelijk vooruit op Ik.") == told >= 1
    assert shown.count("lk-chart--change") >= told
