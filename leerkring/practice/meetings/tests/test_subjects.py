"""People are asked how a meeting was, by whoever leads it."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from leerkring.network.people.models import Person
from leerkring.practice.meetings.models import Announcement, Audience, Invitation, Meeting, Role
from leerkring.practice.pulses.actions import NotNow, ask_pulse, close_pulse, hand_in
from leerkring.practice.pulses.kinds import Kind
from leerkring.practice.pulses.models import Pulse

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting() -> Meeting:
    yesterday = timezone.now() - timedelta(hours=5)
    meeting = Meeting.objects.create(
        title="Visiedag", slug="visiedag", audience=Audience.INVITED, starts_at=yesterday
    )
    for name, kind in (("chair", Role.Kind.CHAIR), ("speaker", Role.Kind.SPEAKER)):
        person = Person.objects.create_user(f"{name}@leerkring.example", name)
        Role.objects.create(meeting=meeting, person=person, kind=kind)
    for number in range(8):
        email = f"{number}@leerkring.example"
        Invitation.objects.create(meeting=meeting, name=str(number), email=email)
    Announcement.objects.create(meeting=meeting)
    return meeting


def named(name: str) -> Any:
    return Person.objects.get(name=name)


def test_who_leads_it_asks_and_as_many_may_answer_as_were_invited(meeting: Meeting) -> None:
    pulse = ask_pulse(meeting, Kind.AFTER, by=named("chair"))
    assert pulse.places == 8
    assert list(Pulse.objects.led_by(named("chair"))) == [pulse]
    assert not Pulse.objects.led_by(named("speaker")).exists()
    assert list(Pulse.objects.visible_to(named("speaker"))) == [pulse]


def test_of_a_draft_nothing_is_asked(meeting: Meeting) -> None:
    Announcement.objects.all().delete()
    with pytest.raises(NotNow):
        ask_pulse(Meeting.objects.get(), Kind.AFTER, by=named("chair"))


def test_what_came_of_it_stands_on_the_page_of_the_meeting(
    meeting: Meeting, client: Client
) -> None:
    pulse = ask_pulse(meeting, Kind.AFTER, by=named("chair"))
    for place in range(6):
        hand_in(pulse, mark=f"m{place}", answers=bytes([4, 4, 4]), text="")
    close_pulse(pulse, by=named("chair"))
    client.force_login(named("speaker"))
    page = client.get(meeting.get_absolute_url()).content.decode()
    assert pulse.get_absolute_url() in page
