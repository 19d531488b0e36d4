"""The strip over the pages of a meeting holds what every room has for it, and for whom."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from leerkring.network.people.models import Person
from leerkring.practice.meetings.models import Announcement, Audience, Meeting, Role

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
OPEN_TO_ORGANISER = (
    *("Bijeenkomst", "Programma", "Praktisch", "Rollen", "Materiaal", "Vragen", "Try-out"),
    *("Uitnodigen", "De dag", "Aan de deur", "Groepen", "Aan tafel", "Borden", "Verslag"),
)


@pytest.fixture
def meeting() -> Meeting:
    begun = timezone.now() - timedelta(hours=1)
    one = Meeting.objects.create(
        title="Werkmiddag", slug="werkmiddag", audience=Audience.SIGNED_IN, starts_at=begun
    )
    Announcement.objects.create(meeting=one)
    return one


def browser_of(meeting: Meeting, kind: Any = None) -> Client:
    person = Person.objects.create_user(f"{kind}@voorbeeld.invalid", "Iemand")
    if kind is not None:
        Role.objects.create(meeting=meeting, person=person, kind=kind)
    browser = Client()
    browser.force_login(person, backend=BACKEND)
    return browser


def strip_in(page: str) -> list[tuple[str, str, str]]:
    """(address, whether it is marked, label) of each link."""
    nav = re.search(r'<nav class="ways" aria-label="Deze bijeenkomst">.*?</nav>', page, re.S)
    link = r'<a class="navigation__link" href="([^"]+)"( aria-current="page")?>([^<]+)</a>'
    return re.findall(link, nav[0]) if nav else []


def test_each_page_of_a_meeting_has_the_same_strip_and_marks_itself(meeting: Meeting) -> None:
    browser = browser_of(meeting, Role.Kind.ORGANISER)
    strip = strip_in(browser.get(meeting.get_absolute_url()).text)
    assert tuple(label for _, _, label in strip) == OPEN_TO_ORGANISER
    for url, _, label in strip:
        if "#" in url:  # a place on the page of the meeting itself
            continue
        there = strip_in(browser.get(url).text)
        assert [name for _, _, name in there] == list(OPEN_TO_ORGANISER)
        assert [name for _, here, name in there if here] == [label]


def test_others_find_no_page_in_it_that_is_closed_to_them(meeting: Meeting) -> None:
    browser = browser_of(meeting, Role.Kind.FACILITATOR)
    strip = strip_in(browser.get(meeting.get_absolute_url()).text)
    assert {label for _, _, label in strip} < set(OPEN_TO_ORGANISER)
    assert all(browser.get(url).status_code == 200 for url, _, _ in strip)
    assert not strip_in(browser_of(meeting).get(meeting.get_absolute_url()).text)
