"""A round can be asked of teams and people that the platform knows already."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from leerkring.loop.programmes import drafts
from leerkring.loop.programmes.intake import Intake, read_intake
from leerkring.loop.programmes.models import IntakeDraft, Participation, Programme
from leerkring.loop.programmes.platform_queries import people_on_platform, teams_of_before
from leerkring.network.people.actions import take_in_teams
from leerkring.network.people.models import Membership, Person, Team
from leerkring.network.people.team_files import TeamRow

pytestmark = pytest.mark.django_db
NORTH = TeamRow("Noord", "Dichtbij", "WK000101", "Merestad", 12, 2)
SOUTH = TeamRow("Zuid", "Dichtbij", "", "Merestad", None, 3)
ELSEWHERE = TeamRow("Noord", "Ver", "", "Verstad", 8, 4)


@pytest.fixture
def teams() -> dict[str, Team]:
    north, south, elsewhere = take_in_teams((NORTH, SOUTH, ELSEWHERE))
    seats = (("a", north), ("b", south), ("c", elsewhere), ("gone", north), ("left", north))
    for name, team in seats:
        person = Person.objects.create_user(f"{name}@leerkring.example", name)
        Membership.objects.create(person=person, team=team, since=date(2026, 1, 1))
    Person.objects.filter(name="gone").update(is_active=False)
    Membership.objects.filter(person__name="left").update(until=date(2026, 2, 1))
    return {"north": north, "south": south}


def asked_of(programme: Programme, browser: Client, teams: str | None) -> HttpResponse:
    url = reverse("programmes:online", args=[programme.pk, programme.slug])
    files = {"teams": SimpleUploadedFile("t.csv", teams.encode())} if teams else {}
    return browser.post(url, {**files, "until": "2100-01-01"})


def laid_ready() -> Intake:
    return drafts.from_json(IntakeDraft.objects.get().content)


def test_who_is_in_a_team_now_and_has_an_account_is_asked(teams: dict[str, Team]) -> None:
    found = [(row.team, row.email) for row in people_on_platform((NORTH, SOUTH))]
    assert found == [("Noord", "a@leerkring.example"), ("Zuid", "b@leerkring.example")]


def test_without_a_list_of_people_the_members_on_the_platform_are_asked(
    programme: Programme, coordinator: Client, teams: dict[str, Team]
) -> None:
    file = "team,organisatie,wijk,gemeente,leden\nNOORD,Dichtbij,,Merestad,12\n"
    assert asked_of(programme, coordinator, file).status_code == 302
    assert [row.email for row in laid_ready().people] == ["a@leerkring.example"]


def test_when_nobody_of_these_teams_has_an_account_a_list_is_asked_for(
    programme: Programme, coordinator: Client
) -> None:
    file = "team,organisatie,wijk,gemeente,leden\nOost,Dichtbij,,Merestad,12\n"
    page = asked_of(programme, coordinator, file)
    assert page.status_code == 422
    assert "niemand met een account is lid van deze teams" in page.content.decode()
    assert not IntakeDraft.objects.exists()


def test_the_teams_of_the_programme_before_take_part_again(
    programme: Programme, coordinator: Client, teams: dict[str, Team]
) -> None:
    before = Programme.objects.get(pk=programme.pk)
    before.pk, before.slug, before.round = None, "eerder", None
    before.save()
    for team in teams.values():
        Participation.objects.create(programme=before, team=team)
    Programme.objects.filter(pk=programme.pk).update(follows=before)
    handed = teams_of_before(Programme.objects.get(pk=programme.pk))
    assert handed is not None
    assert [row.name for row in read_intake(handed).teams] == ["Noord", "Zuid"]
    assert asked_of(programme, coordinator, None).status_code == 302
    assert [row.team for row in laid_ready().people] == ["Noord", "Zuid"]


def test_without_a_programme_before_a_file_with_teams_is_needed(
    programme: Programme, coordinator: Client
) -> None:
    assert asked_of(programme, coordinator, None).status_code == 422
