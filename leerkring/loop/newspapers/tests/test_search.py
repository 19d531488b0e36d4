"""Papers are found by who may read them, each in its widest edition."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.utils import timezone

from leerkring.foundation.search.actions import read_again
from leerkring.foundation.search.queries import search
from leerkring.loop.newspapers.actions import publish_city_paper
from leerkring.loop.newspapers.models import Edition, Publication
from leerkring.loop.newspapers.tests.publishing import bring_out
from leerkring.loop.programmes.models import Participation, Programme, Role
from leerkring.loop.programmes.role_actions import end_role, give_role
from leerkring.network.people.models import Membership, Person
from leerkring.network.themes.actions import add_theme
from leerkring.practice.gatherings.actions import arrange
from leerkring.practice.scans.results import Audience

Named = Callable[[str], Person]
TEAM, PUBLIC = Audience.TEAM, Audience.PUBLIC
WORDS = "gezicht gezin"


def found(person: Any, words: str = WORDS) -> list[str]:
    return [hit.url for hit in search(person, words, kinds=["krant"]).hits]


def test_a_paper_for_the_team_is_found_by_who_may_read_it_and_nobody_else(
    edition: Edition, person: Named
) -> None:
    paper = bring_out(edition, TEAM)
    names = ("Lid Noord", "Leider Noord", "Coördinator", "Lid Oost", "Leider Oost", "Niemand")
    people = [person(name) for name in names]
    seen = Publication.objects.visible_to
    assert [found(one) == [paper.get_absolute_url()] for one in people] == [
        seen(one).exists() for one in people
    ]
    assert [seen(one).exists() for one in people] == [True] * 3 + [False] * 3
    assert found(AnonymousUser()) == []


def test_the_widest_edition_is_found_once_by_everyone(edition: Edition, person: Named) -> None:
    bring_out(edition, TEAM)
    public = bring_out(edition, PUBLIC)
    for one in (AnonymousUser(), person("Lid Noord"), person("Niemand")):
        assert found(one) == [public.get_absolute_url()]
    read_again([Publication._meta.label_lower], before=timezone.now())
    assert found(person("Lid Noord")) == [public.get_absolute_url()]


def test_who_left_the_team_finds_its_paper_no_more(edition: Edition, person: Named) -> None:
    paper = bring_out(edition, TEAM)
    Membership.objects.filter(person=person("Lid Noord")).update(until=paper.at.date())
    assert found(person("Lid Noord")) == []


def test_who_came_to_the_team_later_finds_its_paper(edition: Edition, person: Named) -> None:
    paper = bring_out(edition, TEAM)
    later, team = person("Lid Oost"), person("Lid Noord").memberships.get().team
    Membership.objects.create(person=later, team=team, since=paper.at.date())
    assert found(later) == [paper.get_absolute_url()]


def test_the_paper_of_the_city_is_found_by_its_name(
    edition: Edition, team: Callable[[str], Participation], programme: Programme
) -> None:
    bring_out(edition, PUBLIC)
    city = publish_city_paper(programme, audience=PUBLIC, by=None)
    assert city.get_absolute_url() in found(AnonymousUser(), "Merestad")


@pytest.mark.parametrize("words", ["Noord", "één gezicht voor elk gezin"])
def test_it_is_found_by_its_title_and_by_what_people_said(edition: Edition, words: str) -> None:
    paper = bring_out(edition, PUBLIC)
    assert found(AnonymousUser(), words) == [paper.get_absolute_url()]


def test_who_coordinates_or_leads_from_now_on_finds_the_paper_and_who_stopped_does_not(
    edition: Edition, person: Named
) -> None:
    paper = bring_out(edition, TEAM)
    before, after, leader = person("Leider Noord"), person("Tweede"), person("Leider Oost")
    role = give_role(edition.programme, person=after, kind=Role.Kind.COORDINATOR, by=None)
    arrange(edition.participation.session, facilitator=leader, starts_at=None, place="")
    assert found(after) == found(leader) == [paper.get_absolute_url()]
    assert found(before) == []
    end_role(role, by=None)
    assert found(after) == []


def test_a_paper_is_on_the_page_of_a_theme_that_people_named_in_it(
    edition: Edition, person: Named, browser_of: Callable[[str], Client]
) -> None:
    theme, place = add_theme("Bellen", by=None), add_theme("Merestad", by=None)
    paper = bring_out(edition, TEAM)
    about = {"words": "", "kinds": ["krant"]}
    assert [hit.url for hit in search(person("Lid Noord"), themes=[theme.pk], **about).hits] == [
        paper.get_absolute_url()
    ]
    assert search(person("Niemand"), themes=[theme.pk], **about).total == 0
    assert search(person("Lid Noord"), themes=[place.pk], **about).total == 0  # where is no theme
    for name, shown in (("Lid Noord", True), ("Niemand", False)):
        page = browser_of(name).get(theme.get_absolute_url()).content.decode()
        assert (paper.get_absolute_url() in page) == shown
