"""Taking in teams from a file: what is new is made, what is there is brought up to date."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError

from leerkring.network.people.actions import take_in_teams
from leerkring.network.people.models import District, Municipality, Organisation, Team
from leerkring.network.people.team_files import TeamRow

Row = Callable[..., TeamRow]


def test_new_teams_come_with_all_that_they_belong_to(row: Row) -> None:
    teams = take_in_teams([row("Zuid", district="Havenkwartier"), row("Noord", members=None)])
    assert [team.name for team in teams] == ["Zuid", "Noord"]
    assert [team.slug for team in teams] == ["zuid", "noord"]
    assert [team.size for team in teams] == [9, None]
    assert str(teams[0].district) == "Havenkwartier"
    assert teams[1].district is None
    assert Organisation.objects.get() == teams[0].organisation == teams[1].organisation
    assert Municipality.objects.get() == teams[0].municipality


def test_a_team_that_comes_again_is_brought_up_to_date_and_not_doubled(row: Row) -> None:
    (before,) = take_in_teams([row(members=4, organisation="Dichtbij", district="Oost")])
    (after,) = take_in_teams([row("NOORD", members=7, organisation="Nabij", district="West")])
    assert after.pk == before.pk
    assert (after.slug, after.size) == (before.slug, 7)
    assert (str(after.organisation), str(after.district)) == ("Nabij", "West")
    assert Team.objects.count() == 1


def test_a_team_that_leaves_its_district_and_size_empty_has_none_any_more(row: Row) -> None:
    take_in_teams([row(members=4, district="Oost")])
    (after,) = take_in_teams([row(members=None)])
    after.refresh_from_db()
    assert (after.size, after.district) == (None, None)


def test_the_same_name_in_two_municipalities_is_two_teams(row: Row) -> None:
    first, second = take_in_teams([row(), row(municipality="Waterdam")])
    assert first.pk != second.pk
    assert (first.slug, second.slug) == ("noord", "noord-2")
    again = take_in_teams([row(municipality="Waterdam", members=3)])
    assert (again[0].pk, again[0].size) == (second.pk, 3)


def test_an_organisation_is_one_whatever_its_capitals_and_its_town(row: Row) -> None:
    take_in_teams([row(), row("Zuid", organisation="dichtbij", municipality="Waterdam")])
    assert Organisation.objects.get().name == "Dichtbij"


def test_names_that_give_the_same_slug_get_a_number(row: Row) -> None:
    teams = take_in_teams([row("Team Zuid"), row("team-zuid!"), row("Team (Zuid)")])
    assert [team.slug for team in teams] == ["team-zuid", "team-zuid-2", "team-zuid-3"]


@pytest.mark.parametrize(
    ("name", "slug"), [("=cmd()", "cmd"), ("../../x", "x"), ("<b>Noord</b>", "b-noord-b")]
)
def test_a_strange_name_is_only_a_name(row: Row, name: str, slug: str) -> None:
    (team,) = take_in_teams([row(name, organisation=name, municipality=name, district=name)])
    team.refresh_from_db()
    assert (team.name, team.slug) == (name, slug)
    assert {str(team.organisation), str(team.municipality), str(team.district)} == {name}


def test_names_of_only_signs_get_an_address_too(row: Row) -> None:
    teams = take_in_teams([row("!!!"), row("???")])
    assert [team.slug for team in teams] == ["naamloos", "naamloos-2"]


def test_very_long_names_fit(row: Row) -> None:
    long = "a" * 119
    teams = take_in_teams([row(f"{long}{last}", district=f"{long}{last}") for last in "abc"])
    assert len({team.slug for team in teams}) == 3
    assert max(len(team.slug) for team in teams) <= 80


def test_a_fault_half_way_leaves_nothing(row: Row) -> None:
    with pytest.raises(IntegrityError):
        take_in_teams([row("Zuid", district="Oost"), row("Noord", members=-1)])
    counts = [model.objects.count() for model in (Team, Organisation, Municipality, District)]
    assert counts == [0, 0, 0, 0]
