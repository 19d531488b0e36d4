"""Who knows of a circle, who reads in it, and how a moderator looks in."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from leerkring.foundation.activity.models import Activity
from leerkring.foundation.notifications.models import Notice
from leerkring.foundation.search.queries import search
from leerkring.network.circles.actions import Settings, change_settings
from leerkring.network.circles.entry_actions import invite
from leerkring.network.circles.inspection_actions import look_in
from leerkring.network.circles.membership_actions import end_membership
from leerkring.network.circles.models import Circle, Inspection
from leerkring.network.circles.queries import tokens_held_by
from leerkring.network.circles.rules import may_read
from leerkring.network.circles.tests.conftest import begin, bring_in, moderator, someone

pytestmark = pytest.mark.django_db
BrowserOf = Callable[[Any], Client]


def of_each_kind() -> dict[str, Circle]:
    kinds = ("openbaar", "ingelogd", "leden", "verborgen")
    return {kind: begin(name=f"Kring {kind}", visibility=kind) for kind in kinds}


def names(circles: Any) -> set[str]:
    return {circle.visibility for circle in circles}


def found_by(person: Any) -> set[str]:
    return {hit.title.split()[-1] for hit in search(person, "kring", kinds=["groep"]).hits}


WHO = {
    "visitor": ({"openbaar"}, {"openbaar"}),
    "signed in": ({"openbaar", "ingelogd", "leden"}, {"openbaar", "ingelogd"}),
    "moderator": ({"openbaar", "ingelogd", "leden"}, {"openbaar", "ingelogd"}),
    "invited": ({"openbaar", "ingelogd", "leden", "verborgen"}, {"openbaar", "ingelogd"}),
    "former": ({"openbaar", "ingelogd", "leden"}, {"openbaar", "ingelogd"}),
    "guest": ({"openbaar", "ingelogd", "leden", "verborgen"},) * 2,
    "member": ({"openbaar", "ingelogd", "leden", "verborgen"},) * 2,
}


@pytest.mark.parametrize("who", WHO)
def test_who_knows_and_who_reads(who: str) -> None:
    circles = of_each_kind().values()
    person: Any = AnonymousUser() if who == "visitor" else someone("Iemand")
    if who == "moderator":
        person = moderator("Iemand")
    for circle in circles:
        if who == "invited":
            invite(circle, person=person, by=None)
        if who in ("member", "guest", "former"):
            membership = bring_in(circle, person, "member" if who == "former" else who)
            if who == "former":
                end_membership(membership, by=None)
    knows, reads = WHO[who]
    assert names(Circle.objects.visible_to(person)) == knows
    assert names(Circle.objects.readable_by(person)) == reads
    assert {c.visibility for c in circles if may_read(person, c)} == reads
    # an invited person hears of a hidden circle by the invitation, and does not find it
    assert found_by(person) == knows - ({"verborgen"} if who == "invited" else set())


def test_a_circle_that_hides_is_no_longer_found() -> None:
    circle = begin(name="Kring", visibility="openbaar")
    settings = Settings.usual_for("werkgroep", "Kring", "Leren.", visibility="verborgen")
    change_settings(circle, settings, by=None)
    assert search(AnonymousUser(), "kring").hits == ()
    assert search(someone("Iemand"), "kring").total == 0
    assert search(someone("Eigenaar"), "kring").total == 1


@pytest.mark.parametrize("visibility", ["leden", "verborgen"])
def test_a_moderator_reads_a_closed_circle_only_after_saying_why(visibility: str) -> None:
    circle, person = begin(visibility=visibility), moderator()
    assert not may_read(person, circle)
    inspection = look_in(circle, person=person, reason="Er is een melding.")
    assert may_read(person, circle)
    assert circle in Circle.objects.readable_by(person)
    assert circle in Circle.objects.visible_to(person)
    assert tokens_held_by(person) == {f"circle:{circle.pk}"}
    assert inspection.until - inspection.at == timedelta(hours=24)
    assert Activity.objects.filter(verb="circles.inspected", by=person).count() == 1
    notice = Notice.objects.select_related("occasion").get()
    assert notice.person == someone("Eigenaar")
    assert "Er is een melding." in notice.occasion.sentence


def test_after_a_day_or_without_the_task_a_moderator_reads_nothing_more() -> None:
    circle, person = begin(visibility="verborgen"), moderator()
    look_in(circle, person=person, reason="Er is een melding.")
    Inspection.objects.update(until=timezone.now() - timedelta(seconds=1))
    assert not may_read(person, circle)
    assert not Circle.objects.visible_to(person).exists()
    assert tokens_held_by(person) == set()
    look_in(circle, person=person, reason="Nog een keer.")
    person.moderates = False
    assert not Circle.objects.readable_by(person).exists()


def test_looking_in_twice_is_one_look() -> None:
    circle, person = begin(visibility="leden"), moderator()
    first = look_in(circle, person=person, reason="Er is een melding.")
    assert look_in(circle, person=person, reason="Nog een.") == first
    assert Notice.objects.count() == 1


def test_only_a_moderator_with_a_reason_looks_into_a_circle_of_others() -> None:
    closed = begin(visibility="leden")
    inside = moderator("Moderator binnen")
    bring_in(closed, inside)
    for circle, person, reason in (
        (closed, someone("Iemand"), "Ik ben benieuwd."),
        (closed, moderator(), "   "),
        (closed, inside, "Ik zit er al in."),
    ):
        with pytest.raises(ValidationError):
            look_in(circle, person=person, reason=reason)
    assert not Inspection.objects.exists()


def test_the_page_for_looking_in_tells_nothing_of_a_hidden_circle(browser_of: BrowserOf) -> None:
    circle, browser = begin(name="Zeer geheim", visibility="verborgen"), browser_of(moderator())
    page = browser.get(f"/werkgroepen/{circle.pk}/inzage/").content.decode()
    assert "Zeer geheim" not in page
    assert browser.get(circle.get_absolute_url()).status_code == 404
    browser.post(f"/werkgroepen/{circle.pk}/inzage/", {"reason": "Er is een melding."})
    assert browser.get(circle.get_absolute_url()).status_code == 200


def test_everybody_in_it_sees_who_looked_in_and_why_and_nobody_else(browser_of: BrowserOf) -> None:
    circle = begin(visibility="leden")
    bring_in(circle, someone("Lid"))
    look_in(circle, person=moderator(), reason="Er is een melding.")
    url = f"{circle.get_absolute_url()}leden/"
    for who in ("Eigenaar", "Lid"):
        page = browser_of(someone(who)).get(url).content.decode()
        assert "Er is een melding." in page and "Moderator" in page
    assert browser_of(someone("Buiten")).get(url).status_code == 404
    other = begin(name="Open", visibility="openbaar")
    look_in(other, person=moderator(), reason="Nog een melding.")
    page = browser_of(someone("Lid")).get(f"{other.get_absolute_url()}leden/").content.decode()
    assert "Nog een melding." not in page


def test_the_page_of_a_closed_circle_names_nobody_to_who_is_outside(browser_of: BrowserOf) -> None:
    circle = begin(name="Besloten", visibility="leden", house_rules="Onder ons.")
    bring_in(circle, someone("Lid", "De Wal"))
    page = browser_of(someone("Buiten")).get(circle.get_absolute_url()).content.decode()
    assert "Samen leren." in page
    for hidden in ("Eigenaar", "De Wal", "Onder ons."):
        assert hidden not in page
