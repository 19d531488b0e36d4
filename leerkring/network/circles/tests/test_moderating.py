"""What moderators do in circles: reading after saying why, and standing in where nobody guides."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from leerkring.foundation.activity.models import Activity
from leerkring.foundation.notifications.models import Notice
from leerkring.network.circles.inspection_actions import look_in, take_over
from leerkring.network.circles.models import Circle, meant_for
from leerkring.network.circles.queries import keepers_of, tokens_held_by, without_guides
from leerkring.network.circles.rules import may_guide, role_of, standing_in
from leerkring.network.circles.tests.conftest import begin, bring_in, moderator, someone

pytestmark = pytest.mark.django_db
BrowserOf = Callable[[Any], Client]
REASON = "Er is een melding."


def leave_behind(**chosen: Any) -> Circle:
    """A circle with one member, of which the owner has no account any more."""
    circle = begin(**chosen)
    bring_in(circle, someone("Lid"))
    owner = someone("Eigenaar")
    owner.is_active = False
    owner.save()
    return circle


@pytest.mark.parametrize("visibility", ["openbaar", "ingelogd"])
def test_what_is_for_an_open_circle_only_is_read_after_saying_why(visibility: str) -> None:
    circle, person = begin(visibility=visibility), moderator()
    assert tokens_held_by(person) == set()
    assert not standing_in(person, circle).orders
    look_in(circle, person=person, reason=REASON)
    assert tokens_held_by(person) == {f"circle:{circle.pk}"}
    assert standing_in(person, circle).orders
    assert "circles_inspection" in str(meant_for(person).children[-1][1].query)
    assert Activity.objects.filter(verb="circles.inspected", by=person).count() == 1
    assert [notice.person for notice in Notice.objects.all()] == [someone("Eigenaar")]


def test_flags_in_a_circle_without_guides_go_to_the_moderators() -> None:
    circle, person = leave_behind(), moderator()
    assert keepers_of(circle) == {person.pk}
    assert may_guide(person, circle)
    assert not may_guide(someone("Lid"), circle)
    bring_in(circle, someone("Begeleider"), "facilitator")
    assert keepers_of(circle) == {someone("Begeleider").pk}
    assert not may_guide(person, circle)


def test_a_moderator_takes_over_what_nobody_guides_and_everybody_in_it_hears_why() -> None:
    circle, person = leave_behind(visibility="verborgen"), moderator()
    assert list(without_guides()) == [circle]
    take_over(circle, person=person, reason="Zij vertrok.")
    assert role_of(person, circle) == "owner"
    assert not without_guides().exists()
    assert Activity.objects.filter(verb="circles.taken_over", by=person).count() == 1
    told = Notice.objects.select_related("occasion").get(occasion__event="circles.taken_over")
    assert (told.person, told.occasion.by) == (someone("Lid"), person)
    assert "Zij vertrok." in told.occasion.sentence
    assert circle.inspections.get().reason == "Nam de groep over: Zij vertrok."
    with pytest.raises(ValidationError):
        take_over(circle, person=moderator("Nog een"), reason=REASON)


def test_a_moderator_who_takes_part_becomes_the_owner_as_well() -> None:
    circle, person = leave_behind(), moderator()
    circle.memberships.create(person=person, role="guest", since=circle.created_at)
    take_over(circle, person=person, reason=REASON)
    assert role_of(person, circle) == "owner"


def test_nobody_else_takes_over_and_not_without_a_reason() -> None:
    left, guided = leave_behind(), begin(name="Begeleid")
    bring_in(guided, someone("Begeleider"), "facilitator")
    for circle, person, reason in (
        (left, someone("Lid"), REASON),
        (left, moderator(), "  "),
        (guided, moderator(), REASON),
    ):
        with pytest.raises(ValidationError):
            take_over(circle, person=person, reason=reason)
    assert not Activity.objects.filter(verb="circles.taken_over").exists()


def test_the_list_of_what_nobody_guides_names_no_hidden_circle(browser_of: BrowserOf) -> None:
    hidden = leave_behind(name="Zeer geheim", visibility="verborgen")
    shown = begin(name="Te zien", visibility="leden")
    browser = browser_of(moderator())
    page = browser.get("/werkgroepen/zonder-begeleider/").content.decode()
    assert "Zeer geheim" not in page
    assert "Te zien" in page
    door = f"/werkgroepen/{hidden.pk}/overname/"
    assert door in page
    assert "Zeer geheim" not in browser.get(door).content.decode()
    assert browser.post(door, {"reason": ""}).status_code == 422
    assert browser.post(door, {"reason": REASON}).status_code == 302
    assert role_of(moderator(), hidden) == "owner"
    door = f"/werkgroepen/{shown.pk}/overname/"
    assert door in browser.get(shown.get_absolute_url()).content.decode()
