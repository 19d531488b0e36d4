"""A programme that follows another, and what was told of one."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from leerkring.loop.programmes.actions import start_programme, take_in
from leerkring.loop.programmes.export_actions import take_out_figures
from leerkring.loop.programmes.forms import ProgrammeForm
from leerkring.loop.programmes.intake import Intake
from leerkring.loop.programmes.models import Programme
from leerkring.loop.programmes.queries import may_be_followed, previous_round, result_of
from leerkring.loop.programmes.release_queries import told_of
from leerkring.network.people.models import Person
from leerkring.practice.scans.dimensions import Dimension

GOOD = {
    "name": "Voorjaar",
    "municipality": "merestad ",
    "starts_on": "2027-04-05",
    "ends_on": "2027-04-09",
    "budget": "0",
}
Someone = Callable[[str], Person]


@pytest.fixture
def following(taken_in: Programme, person: Someone) -> Programme:
    return start_programme(
        name="Voorjaar",
        municipality="Merestad",
        starts_on=date(2027, 4, 5),
        ends_on=date(2027, 4, 9),
        budget=0,
        by=person("Coördinator"),
        follows=taken_in,
    )


def form(who: Person, follows: Programme, **changes: str) -> ProgrammeForm:
    return ProgrammeForm({**GOOD, "follows": str(follows.pk), **changes}, person=who)


def test_a_coordinator_may_follow_a_closed_round_of_their_own(
    taken_in: Programme, person: Someone
) -> None:
    good = form(person("Coördinator"), taken_in)
    assert good.is_valid()
    assert good.cleaned_data["follows"] == taken_in


def test_nobody_else_is_told_that_it_is_there(taken_in: Programme, person: Someone) -> None:
    assert "follows" not in form(person("Vreemde"), taken_in).fields


def test_a_programme_of_another_town_can_not_be_followed(
    taken_in: Programme, person: Someone
) -> None:
    bad = form(person("Coördinator"), taken_in, municipality="Elders")
    assert not bad.is_valid()
    assert "Merestad" in bad.errors["follows"][0]


def test_an_open_round_can_not_be_followed(following: Programme, person: Someone) -> None:
    assert following not in may_be_followed(person("Coördinator"))


def test_a_new_programme_keeps_what_it_follows(
    taken_in: Programme, person: Someone, coordinator: Client
) -> None:
    who = person("Coördinator")
    who.starts_programmes = True
    who.save()
    coordinator.post("/programmas/nieuw/", {**GOOD, "follows": taken_in.pk})
    assert Programme.objects.get(name="Voorjaar").follows == taken_in


def test_the_nearest_closed_round_came_before(taken_in: Programme, following: Programme) -> None:
    later = Programme.objects.get(pk=following.pk)
    later.pk, later.follows = None, following
    assert previous_round(later) == taken_in.round
    assert previous_round(taken_in) is None


def test_programmes_that_follow_each_other_in_a_circle_have_no_round_before(
    following: Programme, taken_in: Programme
) -> None:
    taken_in.follows, taken_in.round = following, None
    following.follows = taken_in
    assert previous_round(following) is None


def test_what_follows_tells_what_changed(following: Programme, read: Callable[..., Intake]) -> None:
    take_in(following, read(), by=None)
    team = following.participations.get(team__slug="noord")
    change = result_of(team).change
    assert {d: each.difference for d, each in change.items()} == dict.fromkeys(Dimension, 0.0)
    assert not result_of(following.participations.get(team__slug="zuid")).change


def test_one_overview_of_what_was_told_and_taken_out(
    taken_in: Programme, following: Programme, person: Someone
) -> None:
    assert told_of(following) == []
    take_out_figures(taken_in, form="csv", by=person("Coördinator"))
    taken, *released = told_of(taken_in)
    assert (taken.to, taken.sentence[:10]) == ("Coördinator", "Uitkomsten")
    assert {line.to for line in released} == {"het team", "iedereen"}
    assert all("Zuid" not in line.sentence for line in released)
