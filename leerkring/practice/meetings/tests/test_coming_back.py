"""A dilemma that lies open comes back at the next meeting by itself, and the shelf tells so."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.test import Client
from django.utils import timezone

from leerkring.foundation.notifications.models import Notice
from leerkring.network.people.models import Person
from leerkring.practice.dilemmas.actions import close
from leerkring.practice.dilemmas.models import Dilemma
from leerkring.practice.meetings.actions import announce, cancel, make_meeting
from leerkring.practice.meetings.agenda_actions import put_dilemma_on
from leerkring.practice.meetings.agenda_queries import dilemmas_waiting
from leerkring.practice.meetings.comeback_actions import bring_back
from leerkring.practice.meetings.copying_actions import copy_meeting
from leerkring.practice.meetings.models import Meeting
from leerkring.practice.meetings.programme_actions import remove_block
from leerkring.practice.meetings.tasks import run_due
from leerkring.practice.meetings.tests.conftest import a_plan
from leerkring.practice.meetings.tests.test_agenda import a_dilemma

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def dilemma(house: SimpleNamespace) -> Dilemma:
    """On the shelf of the circle, and on the programme of a meeting that began an hour ago."""
    return a_dilemma(house)


@pytest.fixture
def held(house: SimpleNamespace, dilemma: Dilemma) -> Meeting:
    meeting = make_meeting(a_plan(house, title="Eerste middag"), by=house.lead)
    put_dilemma_on(meeting, dilemma)
    announce(meeting, by=house.lead)
    Meeting.objects.filter(pk=meeting.pk).update(starts_at=timezone.now() - timedelta(hours=1))
    return Meeting.objects.get(pk=meeting.pk)


def browser(person: Person) -> Client:
    client = Client()
    client.force_login(person, backend=BACKEND)
    return client


def new_by_form(house: SimpleNamespace) -> Meeting:
    body = {
        "title": "Tweede middag", "day": "2100-11-11", "begins": "13:30", "audience": "circle",
        "zone": "Europe/Amsterdam", "circle": house.circle.pk,
    }  # fmt: skip
    answer = browser(house.lead).post("/bijeenkomsten/nieuw/leeg/", body)
    assert answer.status_code == 302, answer.context["form"].errors
    return Meeting.objects.get(title="Tweede middag")


def test_a_new_meeting_of_the_circle_begins_with_it_until_who_organises_takes_it_off(
    house: SimpleNamespace, held: Meeting, dilemma: Dilemma
) -> None:
    after = new_by_form(house)
    block = after.blocks.get(dilemma=dilemma)
    lead, member = browser(house.lead), browser(house.member)
    lead.post(f"{after.get_absolute_url()}aankondiging/")
    assert Meeting.objects.get(pk=after.pk).is_announced
    for client in (lead, member):
        page = client.get(after.get_absolute_url()).content.decode()
        assert "komt terug" in page and "Bellen of wachten?" in page
    script = lead.get(f"{after.get_absolute_url()}programma/").content.decode()
    assert "komt terug" in script and "Bellen of wachten?" in script
    shelf = member.get(dilemma.get_absolute_url()).content.decode()
    assert "Komt terug" in shelf and after.get_absolute_url() in shelf
    remove_block(block)
    assert bring_back(after, by=house.lead) == 0
    run_due(timezone.now()), run_due(timezone.now() + timedelta(days=2))
    assert not after.blocks.filter(dilemma=dilemma).exists()
    assert dilemma in dilemmas_waiting(house.lead, after)  # by hand it may


def test_who_may_not_read_it_sees_that_something_comes_back_and_not_what(
    house: SimpleNamespace, held: Meeting
) -> None:
    after = make_meeting(a_plan(house, audience="public"), by=house.lead)
    announce(after, by=house.lead)
    bring_back(after, by=house.lead)
    for client in (Client(), browser(house.outsider)):
        page = client.get(after.get_absolute_url()).content.decode()
        assert "Een dilemma van de plank" in page and "Bellen of wachten?" not in page


def test_only_what_is_open_and_may_be_read_by_who_organises_it(
    house: SimpleNamespace, held: Meeting, dilemma: Dilemma
) -> None:
    Meeting.objects.update(audience="signed-in")
    elsewhere = make_meeting(a_plan(house, circle=None, audience="signed-in"), by=house.outsider)
    assert bring_back(elsewhere, by=house.outsider) == 0
    elsewhere.follows = held
    elsewhere.save()
    assert bring_back(elsewhere, by=house.outsider) == 0  # not theirs to read
    close(dilemma, learnt="Bel altijd.", by=house.member)
    after = make_meeting(a_plan(house), by=house.lead)
    assert bring_back(after, by=house.lead) == 0
    copied = copy_meeting(held, a_plan(house), by=house.lead)
    assert bring_back(copied, by=house.lead) == 0
    assert not copied.blocks.filter(dilemma=dilemma).exists()


def test_a_copy_outside_a_circle_has_it_once(
    house: SimpleNamespace, held: Meeting, dilemma: Dilemma
) -> None:
    copied = copy_meeting(held, a_plan(house, circle=None), by=house.lead)
    assert bring_back(copied, by=house.lead) == 1
    assert copied.blocks.filter(dilemma=dilemma).count() == 1
    copied.blocks.filter(dilemma=dilemma).delete()
    assert bring_back(copied, by=house.lead) == 0


def test_the_next_meeting_that_was_made_already_gets_it_the_day_after_and_takes_no_longer(
    house: SimpleNamespace, held: Meeting, dilemma: Dilemma
) -> None:
    after = make_meeting(a_plan(house), by=house.lead)
    announce(after, by=house.lead)
    now = timezone.now()
    run_due(now)
    assert not after.blocks.exists()
    run_due(now + timedelta(days=1)), run_due(now + timedelta(days=1))
    assert after.blocks.get(dilemma=dilemma).minutes == 0
    told = Notice.objects.filter(person=house.lead, occasion__event="meetings.agenda")
    assert told.count() == 1


def test_the_shelf_tells_once_where_it_came_back_and_only_if_it_was_there(
    house: SimpleNamespace, held: Meeting, dilemma: Dilemma
) -> None:
    off = make_meeting(a_plan(house, title="Nooit"), by=house.lead)
    put_dilemma_on(off, dilemma)
    announce(off, by=house.lead)
    cancel(off, "Storm.", by=house.lead)
    Meeting.objects.filter(pk=off.pk).update(starts_at=held.starts_at)
    for minutes in (0, 1, 2):
        run_due(timezone.now() + timedelta(minutes=minutes))
    (outing,) = dilemma.outings.all()
    assert (outing.at, outing.note) == (
        timezone.localdate(held.starts_at), "Kwam terug op «Eerste middag».",
    )  # fmt: skip
    assert outing.note in browser(house.member).get(dilemma.get_absolute_url()).content.decode()


def test_of_a_meeting_for_who_was_invited_the_shelf_tells_no_name(
    house: SimpleNamespace, held: Meeting, dilemma: Dilemma
) -> None:
    Meeting.objects.update(audience="invited")
    run_due(timezone.now())
    assert [one.note for one in dilemma.outings.all()] == ["Kwam terug op een bijeenkomst."]


def test_taken_off_before_it_began_it_did_not_come_back(
    house: SimpleNamespace, held: Meeting, dilemma: Dilemma
) -> None:
    held.blocks.all().delete()
    run_due(timezone.now())
    assert not dilemma.outings.exists()
    after = make_meeting(a_plan(house), by=house.lead)
    assert bring_back(after, by=house.lead) == 0
