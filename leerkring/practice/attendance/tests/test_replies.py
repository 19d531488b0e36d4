"""Yes and no, places and the waiting list."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from leerkring.foundation.notifications.models import Notice
from leerkring.practice.attendance.models import Letter, Need
from leerkring.practice.attendance.places_actions import set_places
from leerkring.practice.attendance.queries import standing_of
from leerkring.practice.attendance.tests.conftest import a_meeting, ask, ask_people, says, someone
from leerkring.practice.meetings.actions import cancel
from leerkring.practice.meetings.models import Block, Strand

pytestmark = pytest.mark.django_db


def test_who_comes_too_late_for_a_place_stands_in_line_in_order() -> None:
    one, two, three = ask(a_meeting(places=1), "Een", "Twee", "Drie")
    assert says(one).has_place
    assert says(two).is_waiting and says(three).is_waiting
    says(one, "nee")
    two.refresh_from_db()
    three.refresh_from_db()
    assert two.reply.has_place and three.reply.is_waiting


def test_guests_take_places_and_whoever_does_not_fit_lets_others_pass() -> None:
    meeting = a_meeting(places=4, guests_each=2)
    one, two, three = ask(meeting, "Een", "Twee", "Drie")
    assert says(one, guests=2).has_place
    assert says(two, guests=1).is_waiting
    assert says(three).has_place
    assert standing_of(meeting).free == 0
    says(one, guests=1)
    two.refresh_from_db()
    assert two.reply.is_waiting  # one place came free, and they are with two
    says(one, guests=0)
    two.refresh_from_db()
    assert two.reply.has_place


def test_moving_up_is_told_by_mail_and_on_the_site_and_answering_is_not() -> None:
    meeting = a_meeting(places=1)
    one, two = ask_people(meeting, "Een", "Twee")
    says(one)
    says(two)
    assert not Letter.objects.filter(kind=Letter.Kind.MOVED_UP).exists()
    says(one, "nee")
    assert [row.email for row in Letter.objects.filter(kind=Letter.Kind.MOVED_UP)] == [two.email]
    told = Notice.objects.filter(person=someone("Twee")).select_related("occasion").last()
    assert told.occasion.event == "attendance.moved_up"
    says(one)
    says(two, "nee")
    says(two)
    says(one, "nee")
    assert Letter.objects.filter(kind=Letter.Kind.MOVED_UP, email=two.email).count() == 2


def test_saying_yes_again_keeps_the_place_in_line() -> None:
    one, two, three = ask(a_meeting(places=1), "Een", "Twee", "Drie")
    for invitation in (one, two, three):
        says(invitation)
    before = says(two).waits_since
    assert before < says(three).waits_since


def test_more_guests_than_may_come_or_than_fit_are_refused_and_the_place_is_kept() -> None:
    one, two = ask(a_meeting(places=3, guests_each=2), "Een", "Twee")
    with pytest.raises(ValidationError, match="hoogstens 2 gasten"):
        says(one, guests=3)
    says(one)
    says(two)
    with pytest.raises(ValidationError, match="nog plaats voor 1 gast erbij, niet voor 2"):
        says(one, guests=2)
    one.refresh_from_db()
    assert one.reply.has_place and one.reply.guests == 0


def test_more_places_are_given_out_at_once_and_fewer_take_none_away() -> None:
    meeting = a_meeting(places=1)
    invitations = ask(meeting, "Een", "Twee", "Drie")
    for invitation in invitations:
        says(invitation)
    assert set_places(meeting, 2, by=someone("Organisator")) == 1
    assert set_places(meeting, 1, by=someone("Organisator")) == 0
    meeting.refresh_from_db()
    assert standing_of(meeting).coming == 2
    assert set_places(meeting, None, by=someone("Organisator")) == 1


def test_too_late_is_too_late() -> None:
    (gone,) = ask(a_meeting(starts_at=timezone.now() - timedelta(days=1)), "Een")
    with pytest.raises(ValidationError, match="al geweest"):
        says(gone)
    meeting = a_meeting("Anders")
    (off,) = ask(meeting, "Een")
    cancel(meeting, "Ziek.", by=someone("Organisator"))
    with pytest.raises(ValidationError, match="gaat niet door"):
        says(off)


def test_what_somebody_needs_goes_when_they_do_not_come() -> None:
    (one,) = ask(a_meeting(), "Een")
    says(one, need="Zonder noten.")
    assert Need.objects.get().text == "Zonder noten."
    says(one, "nee", need="Zonder noten.")
    assert not Need.objects.exists()


def test_a_session_that_is_full_can_not_be_chosen() -> None:
    meeting = a_meeting()
    block = Block.objects.create(meeting=meeting, position=0, kind="parallel", minutes=60)
    small = Strand.objects.create(block=block, position=0, title="Klein", places=1)
    large = Strand.objects.create(block=block, position=1, title="Groot")
    one, two = ask(meeting, "Een", "Twee")
    says(one, strands=frozenset({small.pk}))
    with pytest.raises(ValidationError, match="«Klein» is vol"):
        says(two, strands=frozenset({small.pk}))
    assert not hasattr(ask(meeting, "Twee")[0], "reply")
    says(two, strands=frozenset({large.pk}))
    says(one, strands=frozenset({large.pk}))
    assert says(two, strands=frozenset({small.pk})).choices.get().strand == small
