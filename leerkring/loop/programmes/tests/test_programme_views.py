"""Starting a programme, and the list of those that somebody has to do with."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError
from django.test import Client

from leerkring.foundation.activity.models import Activity
from leerkring.loop.programmes.models import Participation, Programme, Role
from leerkring.network.people.models import Person

GOOD = {
    "name": "Week van het Wijkteam",
    "municipality": "Merestad",
    "starts_on": "2026-10-05",
    "ends_on": "2026-10-09",
    "budget": "5000",
}
BrowserOf = Callable[[str], Client]


def who_may_start(browser_of: BrowserOf, name: str) -> Client:
    browser = browser_of(name)
    Person.objects.filter(name=name).update(starts_programmes=True)
    return browser


def test_an_account_that_may_not_start_programmes_finds_no_page_for_it(
    browser_of: BrowserOf,
) -> None:
    answers = (
        browser_of("Noor").get("/programmas/nieuw/"),
        browser_of("Noor").post("/programmas/nieuw/", GOOD),
    )
    assert [answer.status_code for answer in answers] == [404, 404]
    assert not Programme.objects.exists()


def test_who_starts_a_programme_coordinates_it(browser_of: BrowserOf) -> None:
    roos = who_may_start(browser_of, "Roos")
    answer = roos.post("/programmas/nieuw/", GOOD)
    programme = Programme.objects.get(slug="week-van-het-wijkteam")
    assert (answer.status_code, answer.url) == (
        302,
        f"/programmas/{programme.pk}-week-van-het-wijkteam/",
    )
    role = programme.roles.get()
    assert (role.person.name, role.kind) == ("Roos", Role.Kind.COORDINATOR)
    assert (programme.budget, str(programme.municipality)) == (5000, "Merestad")
    assert Activity.objects.get(verb="programmes.started").by == role.person
    assert roos.get(answer.url).status_code == 200


def test_a_programme_that_cannot_be_is_said_and_kept_on_the_page(browser_of: BrowserOf) -> None:
    roos = who_may_start(browser_of, "Roos")
    answer = roos.post("/programmas/nieuw/", {**GOOD, "ends_on": "2026-10-01"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "vóór de eerste dag" in page
    assert "Week van het Wijkteam" in page
    assert not Programme.objects.exists()


def test_the_same_name_twice_gets_its_own_address(started: Callable[..., Programme]) -> None:
    assert [started("Week").slug, started("Week").slug] == ["week", "week-2"]


def test_everyone_sees_only_what_they_have_to_do_with(
    started: Callable[..., Programme], browser_of: BrowserOf
) -> None:
    started("Week van Roos", by="Roos")
    started("Week van Dirk", by="Dirk")
    page = browser_of("Roos").get("/programmas/").content.decode()
    assert "Week van Roos" in page
    assert "Week van Dirk" not in page
    assert "Je doet nog nergens aan mee" in browser_of("Noor").get("/programmas/").content.decode()


@pytest.mark.parametrize("page", ["/programmas/", "/programmas/nieuw/"])
def test_a_visitor_signs_in_first(client: Client, db: None, page: str) -> None:
    assert client.get(page).url == f"/account/login/?next={page}"


def test_a_programme_is_seen_by_its_roles_its_teams_and_its_facilitators(
    noord: Participation, person: Callable[[str], Person]
) -> None:
    programme = noord.programme
    noord.session.plan(facilitator=person("Leider"), starts_at=None, place="")
    Role.objects.create(programme=programme, person=person("Adviseur"), kind=Role.Kind.ADVISER)
    for name in ("Coördinator", "Adviseur", "Lid Noord", "Leider"):
        assert Programme.objects.visible_to(person(name)).get() == programme
    assert not Programme.objects.visible_to(person("Buitenstaander")).exists()
    assert list(Programme.objects.coordinated_by(person("Adviseur"))) == []


def test_a_team_page_is_seen_by_the_team_its_facilitator_and_the_coordinator(
    noord: Participation, person: Callable[[str], Person]
) -> None:
    noord.session.plan(facilitator=person("Leider"), starts_at=None, place="")
    seen = {
        name: {p.team.name for p in Participation.objects.visible_to(person(name))}
        for name in ("Coördinator", "Adviseur", "Lid Noord", "Leider")
    }
    assert seen == {
        "Coördinator": {"Noord", "Oost", "Zuid"},
        "Adviseur": set(),
        "Lid Noord": {"Noord"},
        "Leider": {"Noord"},
    }


@pytest.mark.parametrize(
    "wrong", [{"ends_on": "2026-10-01"}, {"session_minutes": 149}, {"session_minutes": 211}]
)
def test_the_table_refuses_a_programme_that_cannot_be(
    programme: Programme, wrong: dict[str, object]
) -> None:
    with pytest.raises(IntegrityError):
        Programme.objects.filter(pk=programme.pk).update(**wrong)


def test_a_team_takes_part_once_and_a_role_is_held_once(
    noord: Participation, person: Callable[[str], Person]
) -> None:
    with pytest.raises(IntegrityError):
        Participation.objects.create(programme=noord.programme, team=noord.team)


def test_a_role_is_held_once(programme: Programme, person: Callable[[str], Person]) -> None:
    roos = person("Roos")
    for _ in range(2):
        made = Role(programme=programme, person=roos, kind=Role.Kind.ADVISER)
        if not roos.programme_roles.exists():
            made.save()
    with pytest.raises(IntegrityError):
        made.save()
