"""The mails: what is in them, that each goes once whatever dies, and what comes back."""

from collections import Counter
from contextlib import suppress
from datetime import timedelta
from email import message_from_bytes, policy
from typing import Any

import pytest
from django.utils import timezone
from icalendar import Calendar

from leerkring.foundation.notifications.handing_over_actions import LEASE
from leerkring.foundation.notifications.models import Notice
from leerkring.foundation.notifications.tests import dying
from leerkring.practice.answering.models import PausedAddress
from leerkring.practice.attendance.invite_actions import take_off
from leerkring.practice.attendance.models import Letter, Need
from leerkring.practice.attendance.queries import guest_list
from leerkring.practice.attendance.queueing_actions import QUIET
from leerkring.practice.attendance.sending_actions import try_again
from leerkring.practice.attendance.tasks import run_due
from leerkring.practice.attendance.tests.conftest import a_meeting, ask, ask_people, says, someone
from leerkring.practice.meetings.actions import Practical, cancel, change_practical
from leerkring.practice.meetings.models import Announcement, Meeting

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def server(settings: Any) -> None:
    settings.EMAIL_BACKEND = "leerkring.foundation.notifications.tests.dying.EmailBackend"
    dying.taken.clear()
    dying.behaviour.clear()


def taken() -> list[Any]:
    return [message_from_bytes(m.message().as_bytes(), policy=policy.default) for m in dying.taken]


def event_in(mail: Any) -> Any:
    part = list(mail.iter_parts())[-1]
    return Calendar.from_ical(part.get_content()).walk("VEVENT")[0]


def later(**more: float) -> Any:
    return timezone.now() + timedelta(**more)


def move(meeting: Meeting, place: str) -> None:
    """To another place, and long enough ago that nobody is still changing it."""
    change_practical(meeting, Practical(place=place), by=someone("Organisator"))
    Meeting.objects.filter(pk=meeting.pk).update(changed_at=timezone.now() - QUIET)


def test_an_invitation_is_text_page_and_a_date_that_calendars_take() -> None:
    meeting = a_meeting(purpose="Samen «leren» & doen")
    ask(meeting, "Ilse")
    assert run_due(timezone.now()) == "1 uitnodiging per mail verstuurd."
    (mail,) = taken()
    assert mail.get_content_type() == "multipart/alternative"
    parts = list(mail.iter_parts())
    kinds = ["text/plain", "text/html", "text/calendar"]
    assert [part.get_content_type() for part in parts] == kinds
    assert parts[-1].get_param("method") == "REQUEST"
    assert parts[-1].get_content_charset() == "utf-8" and not parts[-1].is_attachment()
    event = event_in(mail)
    assert event["UID"] == f"bijeenkomst-{meeting.pk}@127.0.0.1"
    assert event["SEQUENCE"] == 0
    assert str(event["ATTENDEE"]) == "mailto:ilse@partner.example"
    assert event["ATTENDEE"].params["RSVP"] == "TRUE"
    assert str(event["ORGANIZER"]) in f"mailto:{mail['From'].addresses[0].addr_spec}"
    assert "Samen «leren» & doen" in parts[0].get_content()
    assert "Samen «leren» &amp; doen" in parts[1].get_content()
    assert "?zeg=ja" in parts[0].get_content()


def test_each_mail_goes_once_however_often_the_worker_comes() -> None:
    ask(a_meeting(), "Ilse", "Bo")
    for _ in range(3):
        run_due(later(hours=5))
    assert Counter(mail["To"] for mail in taken()) == {
        "ilse@partner.example": 1,
        "bo@partner.example": 1,
    }


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_is_killed_loses_and_repeats_no_mail() -> None:
    """A mail that was handed over but not yet noted comes again under the same Message-ID."""
    for moment in ("dies before", "dies after", *range(2, 40, 3)):
        names = [f"{name} {moment}" for name in ("Ilse", "Bo")]
        emails = {one.email for one in ask(a_meeting(f"Werkmiddag {moment}"), *names)}
        with suppress(dying.Killed):
            if isinstance(moment, str):
                dying.behaviour.append(moment)
                run_due(timezone.now())
            else:
                with dying.killed_at(moment):
                    run_due(timezone.now())
        run_due(timezone.now())
        run_due(timezone.now() + LEASE)
        ids = {mail["Message-ID"]: mail["To"] for mail in taken()}
        assert Counter(to for to in ids.values() if to in emails) == dict.fromkeys(emails, 1)
    assert not Letter.objects.waiting().exists()


def test_a_draft_mails_nobody_until_it_is_announced() -> None:
    meeting = a_meeting(announced=False)
    ask_people(meeting, "Ilse")
    run_due(timezone.now())
    assert not dying.taken and not Notice.objects.filter(person=someone("Ilse")).exists()
    Announcement.objects.create(meeting=meeting)
    run_due(timezone.now())
    assert len(dying.taken) == 1
    assert Notice.objects.filter(person=someone("Ilse")).count() == 1


def test_a_change_is_told_once_with_a_higher_sequence_and_not_to_who_said_no() -> None:
    meeting = a_meeting()
    one, two = ask(meeting, "Een", "Twee")
    run_due(timezone.now())
    says(two, "nee")
    move(meeting, "Elders")
    run_due(timezone.now())
    run_due(later(hours=1))
    changed = taken()[2:]
    assert [mail["To"] for mail in changed] == [one.email]
    assert changed[0]["Subject"].startswith("Gewijzigd: Werkmiddag")
    assert event_in(changed[0])["SEQUENCE"] == 1
    assert event_in(changed[0])["UID"] == event_in(taken()[0])["UID"]


def test_somebody_who_is_still_changing_things_sends_nothing_yet() -> None:
    meeting = a_meeting()
    ask(meeting, "Een")
    run_due(timezone.now())
    change_practical(meeting, Practical(place="Elders"), by=someone("Organisator"))
    run_due(later(minutes=1))
    assert len(dying.taken) == 1
    run_due(later(minutes=6))
    assert len(dying.taken) == 2


def test_a_cancelled_meeting_leaves_every_calendar_that_it_was_in() -> None:
    meeting = a_meeting()
    one, _ = ask(meeting, "Een", "Twee")
    run_due(timezone.now())
    says(one, "nee")
    cancel(meeting, "De zaal staat blank.", by=someone("Organisator"))
    ask(meeting, "Nooit gemaild")
    for _ in range(2):
        run_due(later(hours=1))
    assert [mail["To"] for mail in taken()[2:]] == ["twee@partner.example"]
    mail = taken()[2]
    assert list(mail.iter_parts())[-1].get_param("method") == "CANCEL"
    assert (event_in(mail)["STATUS"], event_in(mail)["SEQUENCE"]) == ("CANCELLED", 1)
    assert "De zaal staat blank." in mail.get_body(("plain",)).get_content()


def test_who_is_taken_off_hears_it_only_if_they_heard_before() -> None:
    meeting = a_meeting()
    (one,) = ask(meeting, "Een")
    run_due(timezone.now())
    (two,) = ask(meeting, "Twee")
    for invitation in (one, two):
        take_off(invitation, by=someone("Organisator"))
    run_due(timezone.now())
    assert [mail["To"] for mail in taken()] == ["een@partner.example"] * 2
    assert taken()[1]["Subject"].startswith("Je hoeft niet te komen")
    assert list(taken()[1].iter_parts())[-1].get_param("method") == "CANCEL"
    assert "/komen/" not in taken()[1].as_string()


def test_an_address_that_is_refused_is_paused_and_only_that_one() -> None:
    meeting, other = a_meeting(), a_meeting("Anders")
    one, two = ask(meeting, "Een", "Twee")
    dying.behaviour.append("refuses")
    run_due(timezone.now())
    assert [mail["To"] for mail in taken()] == [two.email]
    shown = {entry.invitation.name: entry.trouble for entry in guest_list(meeting)}
    assert "550" in shown["Een"] and shown["Twee"] == ""
    ask(other, "Een", "Twee")
    run_due(later(hours=1))
    assert [mail["To"] for mail in taken()] == [two.email] * 2
    try_again(meeting, one.email)
    run_due(later(hours=2))
    assert [mail["To"] for mail in taken()] == [two.email] * 2 + [one.email]


def test_an_address_that_bounced_on_a_questionnaire_is_left_alone_until_somebody_looks() -> None:
    meeting = a_meeting()
    (one,) = ask(meeting, "Een")
    PausedAddress.objects.create(email=one.email)
    run_due(timezone.now())
    assert not dying.taken
    try_again(meeting, one.email)
    run_due(timezone.now())
    assert len(dying.taken) == 1


def test_a_server_that_is_away_delays_everybody_and_pauses_nobody() -> None:
    ask(a_meeting(), "Een", "Twee")
    dying.behaviour.append("unreachable")
    run_due(timezone.now())
    assert not dying.taken and not Letter.objects.refused().exists()
    run_due(later(hours=1))
    assert len(dying.taken) == 2


def test_a_letter_that_is_not_true_any_more_is_not_sent() -> None:
    meeting = a_meeting()
    ask(meeting, "Een")
    dying.behaviour.append("later")
    run_due(timezone.now())
    move(meeting, "Elders")
    run_due(later(hours=1))
    assert [event_in(mail)["SEQUENCE"] for mail in taken()] == [1]
    assert taken()[0]["Subject"].startswith("Uitnodiging:")


def test_a_month_later_needs_and_mails_are_forgotten() -> None:
    meeting = a_meeting()
    (one,) = ask(meeting, "Een")
    says(one, need="Zonder noten.")
    run_due(timezone.now())
    run_due(meeting.starts_at + timedelta(days=30))
    assert Need.objects.exists() and Letter.objects.exists()
    run_due(meeting.starts_at + timedelta(days=32))
    assert not Need.objects.exists() and not Letter.objects.exists()
    one.refresh_from_db()
    assert one.reply.says == "ja"
