"""Who does something in a meeting gets it in their calendar, with what and when."""

from datetime import timedelta
from email import message_from_bytes, policy
from typing import Any

import pytest
from django.utils import timezone
from icalendar import Calendar

from leerkring.foundation.notifications.models import Notice
from leerkring.foundation.notifications.tests import dying
from leerkring.practice.attendance.queueing_actions import QUIET
from leerkring.practice.attendance.tasks import run_due
from leerkring.practice.attendance.tests.conftest import a_meeting, ask, ask_people, says, someone
from leerkring.practice.meetings.actions import Practical, cancel, change_practical
from leerkring.practice.meetings.models import Announcement, Block, Meeting, Role, Strand

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def server(settings: Any) -> None:
    settings.EMAIL_BACKEND = "leerkring.foundation.notifications.tests.dying.EmailBackend"
    dying.taken.clear()
    dying.behaviour.clear()


def sent(to: str, minutes: int = 0) -> list[Any]:
    run_due(timezone.now() + timedelta(minutes=minutes))
    mails = [message_from_bytes(m.message().as_bytes(), policy=policy.default) for m in dying.taken]
    return [mail for mail in mails if mail["To"] == someone(to).email]


def event_in(mail: Any) -> Any:
    part = list(mail.iter_parts())[-1]
    return Calendar.from_ical(part.get_content()).walk("VEVENT")[0]


def a_day(**more: Any) -> Meeting:
    """«Vera» chairs it, «Leo» leads the second part of it, «Ina» a session beside another."""
    meeting = a_meeting("Werkdag", **more)
    Role.objects.create(meeting=meeting, person=someone("Vera"), kind=Role.Kind.CHAIR)
    Block.objects.create(meeting=meeting, position=0, title="Inloop", minutes=30)
    Block.objects.create(
        meeting=meeting, position=1, title="Samen kijken", minutes=45, room="Zaal 2",
        leader=someone("Leo"),
    )  # fmt: skip
    aside = Block.objects.create(meeting=meeting, position=2, title="Sessies", minutes=60)
    Strand.objects.create(block=aside, position=0, title="Jeugd", leader=someone("Ina"))
    return meeting


def test_each_hears_once_what_they_do_and_when() -> None:
    meeting = a_day()
    (mail,) = sent("Leo")
    event = event_in(mail)
    assert event["UID"] == f"bijeenkomst-{meeting.pk}@127.0.0.1" and event["SEQUENCE"] == 0
    begins = timezone.localtime(meeting.starts_at) + timedelta(minutes=30)
    line = f"{begins:%H.%M}–{begins + timedelta(minutes=45):%H.%M} Samen kijken, Zaal 2"
    assert line in mail.get_body(("plain",)).get_content() and line in str(event["DESCRIPTION"])
    assert "dagvoorzitter" in sent("Vera")[0].get_body(("plain",)).get_content()
    assert "Jeugd" in sent("Ina")[0].get_body(("plain",)).get_content()
    assert "/komen/" not in mail.as_string()
    assert [len(sent(who, 300)) for who in ("Leo", "Vera", "Ina", "Organisator")] == [1, 1, 1, 0]


def test_a_change_comes_with_a_higher_sequence_and_a_cancellation_takes_it_out() -> None:
    meeting = a_day()
    sent("Leo")
    change_practical(meeting, Practical(place="Elders"), by=someone("Organisator"))
    assert len(sent("Leo", 1)) == 1  # perhaps somebody is still changing it
    Meeting.objects.update(changed_at=timezone.now() - QUIET)
    changed = sent("Leo")[1]
    told = Notice.objects.filter(occasion__event="meetings.changed", person=someone("Vera"))
    assert len(sent("Vera")) == 2 and not told.exists()  # the letter says it
    assert changed["Subject"].startswith("Gewijzigd") and event_in(changed)["SEQUENCE"] == 1
    cancel(meeting, "Storm.", by=someone("Organisator"))
    off = [sent("Leo", minutes) for minutes in (0, 1, 300)][-1]
    assert len(off) == 3
    assert (event_in(off[2])["STATUS"], event_in(off[2])["SEQUENCE"]) == ("CANCELLED", 2)


def test_who_does_nothing_there_any_more_hears_that_and_who_comes_back_too() -> None:
    meeting = a_day()
    sent("Leo")
    Block.objects.filter(title="Samen kijken").update(leader=None)
    mails = [sent("Leo", minutes) for minutes in (0, 1, 300)][-1]
    assert [list(mail.iter_parts())[-1].get_param("method") for mail in mails] == [
        "REQUEST",
        "CANCEL",
    ]
    Role.objects.create(meeting=meeting, person=someone("Leo"), kind=Role.Kind.SPEAKER)
    assert "inleider" in sent("Leo", 1)[-1].get_body(("plain",)).get_content()


def test_who_was_asked_hears_it_with_their_invitation_and_only_there() -> None:
    meeting = a_day()
    (leo,) = ask_people(meeting, "Leo")
    ask(meeting, "Sam")
    (mail,) = sent("Leo")
    words = mail.get_body(("plain",)).get_content()
    assert "Samen kijken, Zaal 2" in words and "?zeg=ja" in words
    assert "Samen kijken" in str(event_in(mail)["DESCRIPTION"])
    assert all("Jij doet" not in m.as_string() for m in _to("sam@partner.example"))
    says(leo, "ja")
    assert len(sent("Leo", 300)) == 1


def _to(address: str) -> list[Any]:
    return [m.message() for m in dying.taken if m.to == [address]]


def test_who_is_asked_after_that_keeps_it_in_their_calendar() -> None:
    meeting = a_day()
    sent("Leo")
    ask_people(meeting, "Leo")
    methods = [list(mail.iter_parts())[-1].get_param("method") for mail in sent("Leo", 1)]
    assert methods == ["REQUEST", "REQUEST"]


def test_a_draft_and_what_was_tell_nobody() -> None:
    draft = a_day(announced=False)
    a_day(starts_at=timezone.now() - timedelta(days=1))
    assert sent("Leo") == []
    Announcement.objects.create(meeting=draft)
    assert len(sent("Leo")) == 1
