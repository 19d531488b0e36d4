"""A team's own choices on the web: another emphasis, and when and where it meets."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.test import Client

from leerkring.loop.programmes.models import Participation
from leerkring.loop.programmes.rules import coordinates, may_overrule
from leerkring.network.people.models import Person
from leerkring.practice.gatherings.queries import minutes_of
from leerkring.practice.scans.dimensions import Dimension

BrowserOf = Callable[[str], Client]
CHOICE = {"ik": "15", "wij": "15", "wijk": "70", "reason": "Wij kennen onze wijk nog niet."}


def address(participation: Participation, page: str = "") -> str:
    programme, team = participation.programme, participation.team
    return f"/programmas/{programme.pk}-{programme.slug}/teams/{team.slug}/{page}"


def test_a_member_chooses_another_emphasis(noord: Participation, browser_of: BrowserOf) -> None:
    member = browser_of("Lid Noord")
    assert member.get(address(noord, "nadruk/")).status_code == 200
    answer = member.post(address(noord, "nadruk/"), CHOICE)
    assert (answer.status_code, answer.url) == (302, address(noord))
    assert noord.overrulings.get().by == Person.objects.get(name="Lid Noord")
    minutes = minutes_of(noord.session)
    assert max(minutes, key=minutes.get) is Dimension.DISTRICT
    assert CHOICE["reason"] in member.get(address(noord)).content.decode()


def test_a_choice_that_does_not_add_up_is_said_and_kept_on_the_page(
    noord: Participation, browser_of: BrowserOf
) -> None:
    answer = browser_of("Lid Noord").post(address(noord, "nadruk/"), {**CHOICE, "wijk": "71"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert CHOICE["reason"] in page
    assert 'value="71"' in page
    assert not noord.overrulings.exists()


def test_the_coordinator_does_not_choose_for_a_team(
    noord: Participation, coordinator: Client
) -> None:
    assert coordinator.get(address(noord, "nadruk/")).status_code == 404
    assert coordinator.post(address(noord, "nadruk/"), CHOICE).status_code == 404
    assert not noord.overrulings.exists()


def test_the_facilitator_may_choose_for_the_team(
    noord: Participation, browser_of: BrowserOf, person: Callable[[str], Person]
) -> None:
    noord.session.plan(facilitator=person("Leider"), starts_at=None, place="")
    assert browser_of("Leider").post(address(noord, "nadruk/"), CHOICE).status_code == 302


def test_the_coordinator_plans_a_session(
    noord: Participation, coordinator: Client, person: Callable[[str], Person]
) -> None:
    leader = person("Leider")
    entry = {"facilitator": leader.email, "starts_at": "2026-10-06T13:00", "place": "Buurthuis"}
    answer = coordinator.post(address(noord, "planning/"), entry)
    assert (answer.status_code, answer.url) == (302, address(noord))
    noord.session.refresh_from_db()
    assert noord.session.facilitator == leader
    assert noord.session.starts_at == datetime(2026, 10, 6, 11, tzinfo=UTC)
    page = coordinator.get(address(noord, "planning/")).content.decode()
    assert 'value="2026-10-06T13:00"' in page
    assert f'value="{leader.email}"' in page


def test_an_unknown_facilitator_is_said_and_the_rest_stays_filled_in(
    noord: Participation, coordinator: Client
) -> None:
    entry = {"facilitator": "wie@voorbeeld.nl", "starts_at": "", "place": "Buurthuis"}
    answer = coordinator.post(address(noord, "planning/"), entry)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Er is geen account met dit e-mailadres." in page
    assert 'value="Buurthuis"' in page
    assert 'value="wie@voorbeeld.nl"' in page
    noord.session.refresh_from_db()
    assert noord.session.place == ""


@pytest.mark.parametrize("moment", ["morgen", "2026-13-06T13:00", "2026-03-29T02:30"])
def test_a_moment_that_is_none_is_refused(
    noord: Participation, coordinator: Client, moment: str
) -> None:
    """At half past two on that night in March there is no such time."""
    answer = coordinator.post(address(noord, "planning/"), {"starts_at": moment})
    assert answer.status_code == 422


def test_only_the_coordinator_plans(noord: Participation, browser_of: BrowserOf) -> None:
    member = browser_of("Lid Noord")
    assert member.get(address(noord, "planning/")).status_code == 404
    assert member.post(address(noord, "planning/"), {"place": "Thuis"}).status_code == 404


def test_who_has_nothing_to_do_with_it_finds_nothing(
    noord: Participation, browser_of: BrowserOf
) -> None:
    stranger = browser_of("Buitenstaander")
    for page in ("", "nadruk/", "planning/"):
        assert stranger.get(address(noord, page)).status_code == 404


def test_the_rules_by_name(noord: Participation, person: Callable[[str], Person]) -> None:
    member, leader, coordinator = person("Lid Noord"), person("Leider"), person("Coördinator")
    assert [may_overrule(p, noord) for p in (member, leader, coordinator)] == [True, False, False]
    assert [coordinates(p, noord.programme) for p in (member, coordinator)] == [False, True]
    other = noord.programme.participations.get(team__slug="oost")
    assert not may_overrule(member, other)


def test_the_page_of_the_session_has_everything_to_write_in(
    noord: Participation, browser_of: BrowserOf
) -> None:
    member = browser_of("Lid Noord")
    page = member.get(f"/sessies/{noord.session.pk}/").content.decode()
    for name in ("ik-waar", "wij-hoe", "wijk-innemen"):
        assert f'id="note-{name}"' in page
    assert all(block.title in page for block in noord.session.blocks.all())
    assert browser_of("Buitenstaander").get(f"/sessies/{noord.session.pk}/").status_code == 404
