"""Who shows their name only to people in their circles is found by those, and by nobody else."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import reverse

from leerkring.foundation.search.queries import search
from leerkring.network.circles.inspection_actions import look_in, take_over
from leerkring.network.circles.membership_actions import end_membership
from leerkring.network.circles.models import Circle, Membership
from leerkring.network.circles.tests.conftest import begin, bring_in, moderator, someone
from leerkring.network.people.models import Person
from leerkring.network.profiles.actions import keep_profile
from leerkring.network.profiles.models import Profile
from leerkring.network.profiles.visibility import Reach
from leerkring.network.themes.actions import add_theme
from leerkring.network.themes.models import Theme

pytestmark = pytest.mark.django_db
SHY = "Sanne Stil"


def keep(name: str = SHY, **told: Any) -> Profile:
    shown = {"name_seen": Reach.TIES, "sentence": "Ik tuinier.", **told}
    return keep_profile(someone(name), name=name, **shown)


@pytest.fixture
def theme() -> Theme:
    return add_theme("Hechting", by=None)


@pytest.fixture
def shy(theme: Theme) -> Profile:
    return keep(expertise=[theme])


@pytest.fixture
def circle(shy: Profile) -> Circle:
    """With «Sanne Stil» and «Lid» in it."""
    circle = begin(visibility="verborgen")
    bring_in(circle, shy.person)
    bring_in(circle, someone("Lid"))
    return circle


def found(person: Any, words: str = "sanne", **more: Any) -> int:
    page = search(person, words, kinds=["deelnemer"], **more)
    assert page.total == len(page.hits)
    return page.total


def test_who_shares_a_circle_finds_them_and_nobody_else_does(circle: Circle, theme: Theme) -> None:
    other = begin(name="Elders")
    bring_in(other, someone("Buiten"))
    inside, outside = someone("Lid"), (AnonymousUser(), someone("Niemand"), someone("Buiten"))
    assert (found(inside), found(inside, "tuinieren"), found(inside, "", themes=[theme.pk])) == (
        (1, 1, 1)
    )
    for person in outside:
        assert (found(person), found(person, "tuinieren"), found(person, "")) == (0, 0, 0)
        assert found(person, themes=[theme.pk]) == 0


def test_it_follows_who_comes_in_and_who_leaves(circle: Circle, shy: Profile) -> None:
    second, person = begin(name="Tweede"), someone("Buiten")
    bring_in(second, person)
    membership = bring_in(second, shy.person)
    assert found(person) == 1
    end_membership(membership, by=shy.person)
    assert (found(person), found(someone("Lid"))) == (0, 1)
    end_membership(Membership.objects.get(circle=circle, person=someone("Lid")), by=None)
    assert found(someone("Lid")) == 0


def test_who_may_look_into_the_circle_does_not_find_who_is_in_it(circle: Circle) -> None:
    watching = moderator()
    look_in(circle, person=watching, reason="Er kwam een melding.")
    assert found(watching) == 0


def test_who_takes_a_circle_over_is_found_in_it() -> None:
    circle, keeper = begin(), moderator(SHY)
    bring_in(circle, someone("Lid"))
    keep()
    Person.objects.filter(name="Eigenaar").update(is_active=False)
    assert found(someone("Lid")) == 0
    take_over(circle, person=keeper, reason="Er is niemand meer.")
    assert found(someone("Lid")) == 1


@pytest.mark.parametrize(
    ("reach", "inside", "outside"),
    [(Reach.NOBODY, 0, 0), (Reach.TIES, 1, 0), (Reach.SIGNED_IN, 1, 1)],
)
def test_the_reach_of_a_name_can_change(
    reach: Reach, inside: int, outside: int, circle: Circle
) -> None:
    keep(name_seen=reach)
    assert (found(someone("Lid")), found(someone("Buiten"))) == (inside, outside)


def test_what_circles_may_not_see_is_not_found_by_them(circle: Circle) -> None:
    keep(sentence_seen=Reach.NOBODY)
    assert (found(someone("Lid")), found(someone("Lid"), "tuinieren")) == (1, 0)


def test_the_search_page_shows_them_to_who_shares_a_circle(
    circle: Circle, shy: Profile, browser_of: Callable[[Person], Client]
) -> None:
    asked = {"q": "sanne", "soort": "deelnemer"}
    for name, seen in (("Lid", True), ("Niemand", False)):
        page = browser_of(someone(name)).get(reverse("search:show"), asked).content.decode()
        assert (shy.url in page) == seen
