"""Small scans around a circle: by who guides it, read by who is in it, again and again."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerkring.foundation.notifications.models import Notice
from leerkring.network.circles.models import Circle, Membership, Role
from leerkring.practice.gatherings.models import Session
from leerkring.practice.pulses import tasks
from leerkring.practice.pulses.actions import NotNow, ask_pulse, close_pulse
from leerkring.practice.pulses.kinds import Kind
from leerkring.practice.pulses.models import Pulse
from leerkring.practice.pulses.registry import subject_of, subject_with_key, subjects
from leerkring.practice.pulses.tests.conftest import a_session, open_now, send, someone
from leerkring.practice.scans.models import Response

pytestmark = pytest.mark.django_db
BrowserOf = Callable[[str], Client]
ROW = (4, 3, 5)


def a_circle(*members: str, visibility: str = "leden") -> Circle:
    """Guided by «Trekker»."""
    circle = Circle.objects.create(
        kind="werkgroep", name="Jonge moeders", slug="moeders", purpose="x",
        joining="verzoek", visibility=visibility,
    )  # fmt: skip
    for name, role in (("Trekker", Role.OWNER), *((name, Role.MEMBER) for name in members)):
        Membership.objects.create(
            circle=circle, person=someone(name), role=role, since=timezone.now()
        )
    return circle


def asked(circle: Circle, kind: Kind = Kind.AFTER) -> Pulse:
    return ask_pulse(circle, kind, by=someone("Trekker"))


def test_a_circle_is_asked_in_its_own_words() -> None:
    pulse = asked(a_circle("Een", "Twee"))
    assert str(pulse) == "Terugblik, Jonge moeders"
    statements = [item.statement for item in pulse.round.instrument.instrument.items]
    assert statements[0] == "Ik heb iets aan deze bijeenkomst."
    assert pulse.places == 3


def test_the_guide_asks_and_reads_and_the_members_read_figures(browser_of: BrowserOf) -> None:
    circle = a_circle("Lid")
    address = reverse("pulses:ask", args=["groep", circle.pk, "terugblik"])
    assert browser_of("Lid").get(address).status_code == 404
    assert browser_of("Buiten").get(address).status_code == 404
    browser_of("Trekker").post(address, {"places": "12"})
    pulse = Pulse.objects.around(circle).get()
    send(pulse, *[ROW] * 6, text="Meer tijd.")
    close_pulse(pulse, by=None)
    said = {n: browser_of(n).get(pulse.get_absolute_url()) for n in ("Trekker", "Lid", "Buiten")}
    assert [response.status_code for response in said.values()] == [200, 200, 404]
    assert "6 mensen antwoordden" in said["Lid"].content.decode()
    assert "Meer tijd." in said["Trekker"].content.decode()
    assert "Meer tijd." not in said["Lid"].content.decode()


def test_whoever_left_the_circle_reads_no_more(browser_of: BrowserOf) -> None:
    circle = a_circle("Lid")
    pulse = asked(circle)
    Membership.objects.filter(person=someone("Lid")).update(until=timezone.now())
    assert browser_of("Lid").get(pulse.get_absolute_url()).status_code == 404


def test_a_circle_is_asked_again_once_the_time_before_is_closed() -> None:
    circle = a_circle("Lid")
    first = asked(circle)
    assert asked(circle) == first
    close_pulse(first, by=None)
    again = asked(circle)
    assert (again.number, again.code != first.code) == (2, True)


def test_a_circle_that_is_done_is_asked_nothing() -> None:
    circle = a_circle("Lid")
    Circle.objects.filter(pk=circle.pk).update(ends_on=timezone.localdate() - timedelta(days=1))
    with pytest.raises(NotNow):
        asked(circle)


def test_names_of_members_are_covered(client: Client) -> None:
    pulse = asked(a_circle("Samira Bakhuis"))
    door = reverse("pulses:answer", args=[pulse.code])
    page = client.post(door, {"mark": "een", "OPBRENGST": "4", "text": "Samira weet het."})
    assert "«Samira»" in page.content.decode()


def test_members_are_told_of_the_effect_question_and_others_are_not() -> None:
    circle = a_circle("Lid", "Weg")
    Membership.objects.filter(person=someone("Weg")).update(until=timezone.now())
    open_now(asked(circle, Kind.EFFECT))
    assert tasks.run_due(timezone.now()) == "1 groep gevraagd naar het effect."
    assert {notice.person.name for notice in Notice.objects.all()} == {"Trekker", "Lid"}


def test_the_page_of_a_circle_leads_who_guides_it_to_the_questions(browser_of: BrowserOf) -> None:
    circle = a_circle("Lid", visibility="openbaar")
    page = browser_of("Trekker").get(circle.get_absolute_url()).content.decode()
    assert reverse("pulses:ask", args=["groep", circle.pk, "vooraf"]) in page
    for name in ("Lid", "Buiten"):
        assert "vragen-rond" not in browser_of(name).get(circle.get_absolute_url()).content.decode()
    pulse = asked(circle)
    assert (
        pulse.get_absolute_url()
        in browser_of("Lid").get(circle.get_absolute_url()).content.decode()
    )


@pytest.mark.parametrize("around", ["session", "circle"])
def test_what_people_tapped_is_gone_once_it_is_closed(around: str) -> None:
    pulse = (
        asked(a_circle("Lid"))
        if around == "circle"
        else ask_pulse(a_session(), Kind.AFTER, by=None, places=12)
    )
    Pulse.objects.filter(pk=pulse.pk).update(places=12)
    send(pulse, *[ROW] * 6)
    assert Response.objects.filter(round=pulse.round).count() == 6
    close_pulse(pulse, by=None)
    assert not Response.objects.filter(round=pulse.round).exists()


def test_a_key_that_nobody_registered_is_not_found(browser_of: BrowserOf) -> None:
    address = reverse("pulses:ask", args=["kermis", 1, "terugblik"])
    assert browser_of("Trekker").get(address).status_code == 404
    assert subject_with_key("kermis") is None
    with pytest.raises(KeyError):
        ask_pulse(someone("Trekker"), Kind.AFTER, by=None)


def test_every_subject_has_a_key_and_words_of_its_own() -> None:
    keys = [subject.key for subject in subjects()]
    assert len(keys) == len(set(keys)) >= 2
    assert subject_of(Session._meta.label_lower).words.leader == "wie de sessie leidt"


def test_when_the_row_is_gone_the_link_still_takes_answers_and_nobody_is_told(
    client: Client,
) -> None:
    session = a_session()
    pulse = open_now(ask_pulse(session, Kind.EFFECT, by=None))
    session.delete()
    door = reverse("pulses:answer", args=[pulse.code])
    sent = {"mark": "een", "IK": "4", "text": f"Sinds {date(2026, 1, 1):%Y} anders."}
    assert client.post(door, sent).status_code == 302
    tasks.run_due(timezone.now())
    assert not Notice.objects.exists()
