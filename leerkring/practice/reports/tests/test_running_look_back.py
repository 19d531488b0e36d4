"""A report is made the same afternoon, and its look back stays open for a week."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerkring.foundation.design.templatetags.dutch import datum
from leerkring.foundation.notifications.models import Notice
from leerkring.network.people.models import Person
from leerkring.practice.meetings.models import Announcement, Audience, Meeting, Role
from leerkring.practice.pulses.actions import ask_pulse, close_pulse, hand_in
from leerkring.practice.pulses.kinds import Kind
from leerkring.practice.pulses.models import Pulse
from leerkring.practice.pulses.tasks import run_due
from leerkring.practice.reports import actions
from leerkring.practice.reports.models import Report

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
NOTHING = "Hierover is niets vastgelegd."


@pytest.fixture
def lead() -> Person:
    return Person.objects.create_user("lead@leerkring.example", "Lead")


@pytest.fixture
def meeting(lead: Person) -> Meeting:
    held = timezone.now() - timedelta(hours=3)
    made = Meeting.objects.create(
        title="Werkmiddag", slug="werkmiddag", audience=Audience.SIGNED_IN, starts_at=held
    )
    chair = Person.objects.create_user("chair@leerkring.example", "Chair")
    for person, kind in ((lead, "ORGANISER"), (chair, "ORGANISER"), (chair, "CHAIR")):
        Role.objects.create(meeting=made, person=person, kind=Role.Kind[kind])
    Announcement.objects.create(meeting=made)
    return made


def looking_back(meeting: Meeting, people: int = 6) -> Pulse:
    pulse = ask_pulse(meeting, Kind.AFTER, by=None, places=20)
    for number in range(people):
        hand_in(pulse, mark=f"telefoon {number}", answers=bytes([3, 4, 4]), text="")
    return Pulse.objects.with_all().get(pk=pulse.pk)


def brought_out(meeting: Meeting, lead: Person) -> Report:
    report = actions.begin_report(meeting, by=lead)
    actions.agree(report, by=Person.objects.get(name="Chair"))
    actions.bring_out(report, by=lead)
    return report


def told() -> list[str]:
    rows = Notice.objects.filter(occasion__event="reports.look_back")
    return sorted(rows.values_list("person__name", flat=True))


def test_the_desk_says_until_when_it_is_open_and_leads_to_where_it_closes(
    meeting: Meeting, lead: Person
) -> None:
    browser = Client()
    browser.force_login(lead, backend=BACKEND)
    desk = reverse("reports:desk", args=[meeting.pk, meeting.slug])
    before = browser.get(desk).content.decode()
    pulse = looking_back(meeting)
    page = browser.get(desk).content.decode()
    assert f"De terugblik loopt nog tot {datum(pulse.closes_at, 'dag')}" in page
    assert page.count(NOTHING) == before.count(NOTHING) - 1
    assert f'href="{pulse.get_absolute_url()}"' in page
    there = browser.get(pulse.get_absolute_url()).content.decode()
    assert "Sluit, en bekijk de uitkomst" in there
    close_pulse(pulse, by=lead)
    after = browser.get(desk).content.decode()
    assert "loopt nog tot" not in after and after.count(NOTHING) == page.count(NOTHING)


def test_who_leads_the_meeting_hears_once_that_the_report_misses_the_look_back(
    meeting: Meeting, lead: Person
) -> None:
    pulse = looking_back(meeting)
    brought_out(meeting, lead)
    assert told() == []
    close_pulse(pulse, by=lead)
    close_pulse(pulse, by=lead)
    assert run_due(timezone.now() + timedelta(days=8)) == ""
    assert told() == ["Chair", "Lead"]
    notice = Notice.objects.filter(occasion__event="reports.look_back", person=lead).get()
    assert notice.occasion.sentence == "De terugblik is binnen: breng het verslag opnieuw uit."


def test_nobody_hears_of_it_before_the_report_is_out_or_when_too_few_answered(
    meeting: Meeting, lead: Person
) -> None:
    few = looking_back(meeting, people=4)
    brought_out(meeting, lead)
    close_pulse(few, by=lead)
    other = Meeting.objects.create(
        title="Werkdag", slug="werkdag", audience=Audience.SIGNED_IN, starts_at=meeting.starts_at
    )
    Role.objects.create(meeting=other, person=lead, kind=Role.Kind.ORGANISER)
    Announcement.objects.create(meeting=other)
    actions.begin_report(other, by=lead)
    close_pulse(looking_back(other), by=lead)
    assert told() == []
