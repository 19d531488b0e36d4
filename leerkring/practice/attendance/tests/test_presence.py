"""At the door: taps that come twice, late or out of order, and who walks in."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from leerkring.practice.attendance.group_queries import who_sit
from leerkring.practice.attendance.head_queries import heads_here, present
from leerkring.practice.attendance.models import Letter, Tap
from leerkring.practice.attendance.presence_actions import tap, walk_in
from leerkring.practice.attendance.queries import guest_list
from leerkring.practice.attendance.tasks import run_due
from leerkring.practice.attendance.tests.conftest import (
    a_meeting,
    ask,
    ask_people,
    says,
)
from leerkring.practice.meetings.subject_queries import people_of

pytestmark = pytest.mark.django_db


def ago(minutes: int) -> float:
    return (timezone.now() - timedelta(minutes=minutes)).timestamp() * 1000


def test_a_tap_that_is_sent_twice_counts_once() -> None:
    meeting = a_meeting()
    (one,) = ask(meeting, "Een")
    key = uuid4()
    assert tap(one, tap_id=key, is_here=True, at=ago(1))
    assert tap(one, tap_id=key, is_here=True, at=ago(0))
    assert Tap.objects.count() == 1 and present(meeting) == {one.pk}


def test_a_tap_that_waited_does_not_win_from_a_later_one() -> None:
    meeting = a_meeting()
    (one,) = ask(meeting, "Een")
    tap(one, tap_id=uuid4(), is_here=False, at=ago(1))
    assert tap(one, tap_id=uuid4(), is_here=True, at=ago(5)) is False
    assert present(meeting) == set()


@pytest.mark.parametrize("odd", [-1e20, 1e20, float("nan"), 9e13, 0.0, None])
def test_a_clock_that_cannot_be_right_is_not_believed(odd: float | None) -> None:
    (one,) = ask(a_meeting(), "Een")
    tap(one, tap_id=uuid4(), is_here=True, at=odd)
    assert abs(Tap.objects.get().at - timezone.now()) < timedelta(minutes=1)


def test_who_walks_in_is_there_once_and_gets_no_mail() -> None:
    meeting, key = a_meeting(), uuid4()
    for _ in range(2):
        walk_in(meeting, name="Opeens", organisation="De Wal", key=key, by=None)
    (entry,) = guest_list(meeting)
    assert (entry.invitation.name, entry.email, entry.state) == ("Opeens", "", "ja")
    assert entry.is_here and str(entry.invitation.organisation) == "De Wal"
    run_due(timezone.now())
    assert not Letter.objects.exists()


def test_a_guest_is_tapped_in_apart_from_who_brings_them() -> None:
    meeting = a_meeting(guests_each=2)
    (anna,) = ask(meeting, "Anna")
    says(anna, "ja", guests=2, names=("Piet", "Joke"))
    tap(anna, tap_id=uuid4(), is_here=True, at=None)
    tap(anna, tap_id=uuid4(), is_here=True, at=None, guest=2)
    (entry,) = guest_list(meeting)
    there = [(head.name, head.is_here) for head in entry.heads]
    assert there == [("Anna", True), ("Piet", False), ("Joke", True)]
    assert heads_here(meeting) == {(anna.pk, 0), (anna.pk, 2)}
    tap(anna, tap_id=uuid4(), is_here=False, at=None)
    assert (present(meeting), heads_here(meeting)) == (set(), {(anna.pk, 2)})


def test_a_guest_who_came_has_a_chair_and_one_who_stayed_away_has_none() -> None:
    meeting = a_meeting(guests_each=2, starts_at=timezone.now())
    anna, bram = ask(meeting, "Anna", "Bram")
    says(anna, "ja", guests=2, names=("Piet",))
    says(bram, "ja")
    assert [one.name for one in who_sit(meeting)] == ["Anna", "Piet", "gast van Anna", "Bram"]
    tap(anna, tap_id=uuid4(), is_here=True, at=None)
    tap(anna, tap_id=uuid4(), is_here=True, at=None, guest=1)
    assert [one.name for one in who_sit(meeting)] == ["Anna", "Piet"]


def test_names_of_guests_are_forgotten_a_month_later() -> None:
    meeting = a_meeting(guests_each=1)
    (anna,) = ask(meeting, "Anna")
    says(anna, "ja", guests=1, names=("Piet",))
    meeting.starts_at = timezone.now() - timedelta(days=32)
    meeting.save()
    run_due(timezone.now())
    (entry,) = guest_list(meeting)
    assert [head.name for head in entry.heads] == ["Anna", "gast van Anna"]


def test_a_key_of_another_meeting_does_not_show_who_is_there() -> None:
    elsewhere = walk_in(a_meeting(), name="Elders", organisation="", key=uuid4(), by=None)
    here = walk_in(a_meeting("Hier"), name="Hier", organisation="", key=elsewhere.pk, by=None)
    assert here.pk != elsewhere.pk and here.name == "Hier"


def test_who_said_no_or_did_not_come_is_not_asked_afterwards() -> None:
    meeting = a_meeting()
    anna, bram, _ = ask_people(meeting, "Anna", "Bram", "Cor")
    says(bram, "nee")
    people = {person.name for person in people_of(meeting)}
    assert people == {"Organisator", "Anna", "Cor"}
    tap(anna, tap_id=uuid4(), is_here=True, at=None)
    assert {person.name for person in people_of(meeting)} == {"Organisator", "Anna"}
