"""Leaving teams, and another name."""

from collections.abc import Callable
from datetime import date

from leerkring.network.people.actions import join_team, leave_teams, rename
from leerkring.network.people.models import Person, Team

NEW_YEAR, SUMMER = date(2026, 1, 1), date(2026, 7, 1)


def test_teams_of_other_organisations_end_and_those_of_the_new_one_go_on(
    person: Callable[..., Person], team: Callable[..., Team]
) -> None:
    noor, noord, zuid = person(), team("Noord"), team("Zuid")
    for one in (noord, zuid):
        join_team(person=noor, team=one, since=NEW_YEAR)
    assert leave_teams(noor, keep=noord.organisation, until=SUMMER) == []
    assert [t.name for t in leave_teams(noor, keep=None, until=SUMMER)] == ["Noord", "Zuid"]
    assert not Team.objects.of(noor).exists()
    assert leave_teams(noor, keep=None, until=SUMMER) == []


def test_a_new_name_stands_on_one_line(person: Callable[..., Person]) -> None:
    assert Person.objects.get(pk=rename(person(), " Noor \n de Wit ").pk).name == "Noor de Wit"
