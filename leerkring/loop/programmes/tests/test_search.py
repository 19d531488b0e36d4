"""Sessions are found by who may see the team's page, and by nobody else."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils import timezone

from leerkring.foundation.search.actions import read_left_out
from leerkring.foundation.search.models import Entry
from leerkring.foundation.search.queries import search
from leerkring.loop.programmes.actions import overrule
from leerkring.loop.programmes.emphasis import choose
from leerkring.loop.programmes.emphasis_json import advice_from_json
from leerkring.loop.programmes.models import Participation, Role
from leerkring.loop.programmes.role_actions import end_role, give_role
from leerkring.network.people.actions import join_team
from leerkring.network.people.models import Membership, Person
from leerkring.network.themes.actions import add_theme
from leerkring.practice.gatherings.actions import arrange, plan_session
from leerkring.practice.scans.dimensions import Dimension

Named = Callable[[str], Person]
VISITOR = AnonymousUser()


def found(person: Any, words: str = "sessie", **more: Any) -> list[str]:
    return [hit.title for hit in search(person, words, kinds=["sessie"], **more).hits]


def lead(participation: Participation, person: Person | None, **more: Any) -> None:
    at = {"starts_at": None, "place": "", **more}
    arrange(participation.session, facilitator=person, **at)


def test_a_session_leads_to_the_page_of_the_team(noord: Participation, person: Named) -> None:
    hit, *others = search(person("Lid Noord"), "sessie Noord").hits
    page = reverse("team", args=[noord.programme_id, noord.programme.slug, "noord"])
    assert (hit.url, hit.label, others) == (page, "Sessie", [])


def test_who_may_see_the_page_finds_the_session(noord: Participation, person: Named) -> None:
    lead(noord, person("Leider Noord"))
    give_role(noord.programme, person=person("Adviseur"), kind=Role.Kind.ADVISER, by=None)
    names = ("Lid Noord", "Leider Noord", "Coördinator", "Adviseur", "Niemand")
    for one in [VISITOR, *map(person, names)]:
        seen = Participation.objects.visible_to(one)
        titles = {f"Sessie {row.team}" for row in seen.select_related("team")}
        assert set(found(one)) == titles
    assert [len(found(person(name))) for name in names] == [1, 1, 3, 0, 0]


def test_access_follows_a_role_that_is_given_and_ended(noord: Participation, person: Named) -> None:
    second = person("Tweede")
    role = give_role(noord.programme, person=second, kind=Role.Kind.COORDINATOR, by=None)
    assert len(found(second)) == 3
    end_role(role, by=None)
    assert found(second) == []


def test_access_follows_who_leads_and_who_is_in_the_team(
    noord: Participation, person: Named
) -> None:
    first, second, member = person("Eerste"), person("Tweede"), person("Lid Noord")
    lead(noord, first)
    lead(noord, second)
    assert (found(first), found(second)) == ([], ["Sessie Noord"])
    Membership.objects.filter(person=member).update(until=timezone.localdate())
    assert found(member) == []
    join_team(person=first, team=noord.team, since=timezone.localdate())
    assert found(first) == ["Sessie Noord"]


def test_it_is_found_by_where_it_is_and_why_the_team_chose_so(
    noord: Participation, person: Named
) -> None:
    member, theme = person("Lid Noord"), add_theme("Schulden", by=None)
    assert found(member, "Merestad") == ["Sessie Noord"]
    assert found(member, "zolderkamer") == found(member, "", themes=[theme.pk]) == []
    lead(noord, None, place="De Zolderkamer")
    advice = advice_from_json(noord.tailoring.advice)
    chosen = choose(
        advice,
        {Dimension.SELF: 0.2, Dimension.TEAM: 0.2, Dimension.DISTRICT: 0.6},
        "De buurt vraagt om schuldhulp aan de deur.",
    )
    overrule(noord, chosen, by=member)
    assert found(member, "zolderkamers") == found(member, "buurt deur") == ["Sessie Noord"]
    assert found(member, "", themes=[theme.pk]) == ["Sessie Noord"]
    assert found(member, "sessie", circle=1) == []


def test_a_list_of_sessions_puts_no_figures_of_teams_side_by_side(noord: Participation) -> None:
    assert Entry.objects.filter(kind="sessie").count() == 3
    assert not Entry.objects.filter(kind="sessie", text__contains="%").exists()


def test_it_is_found_by_its_script(noord: Participation, person: Named) -> None:
    block = noord.session.blocks.exclude(title="").first()
    assert found(person("Lid Noord"), f'"{block.title}"') == ["Sessie Noord"]


def test_the_newest_comes_first_and_what_is_long_ago_is_left_out(
    noord: Participation, person: Named
) -> None:
    now = datetime.now(UTC)
    for number, row in enumerate(noord.programme.participations.order_by("team__name")):
        lead(row, None, starts_at=now - timedelta(days=20 * (number + 1)))
    coordinator = person("Coördinator")
    everything = ["Sessie Noord", "Sessie Oost", "Sessie Zuid"]
    assert found(coordinator, order="newest") == everything
    assert found(coordinator, "", since=now - timedelta(days=31)) == everything[:1]
    assert found(coordinator, "oost") == everything[1:2]


def test_a_session_of_no_programme_is_not_found(noord: Participation, person: Named) -> None:
    plan_session(team=noord.team, blocks=(), facilitator=person("Leider"))
    assert found(person("Leider")) == []
    read_left_out()
    assert (found(person("Leider")), found(person("Lid Noord"))) == ([], ["Sessie Noord"])


@pytest.mark.parametrize("name", ["Lid Noord", "Coördinator"])
def test_the_search_page_offers_and_shows_it(
    name: str, noord: Participation, browser_of: Callable[[str], Any]
) -> None:
    shown = browser_of(name).get(reverse("search:show"), {"soort": "sessie"}).content.decode()
    assert 'value="sessie"' in shown
    assert ("Sessie Noord" in shown, "Sessie Oost" in shown) == (True, name == "Coördinator")
