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
from leerkring.practice.meetings.programme_actions import StrandText, change_strand, move

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


def later(to: str) -> list[Any]:
    """What was sent once nobody changes the meeting any more."""
    Meeting.objects.update(changed_at=timezone.now() - QUIET)
    return sent(to)


def test_who_leads_a_part_that_moved_hears_it_and_nobody_else() -> None:
    meeting = a_day()
    last = Block.objects.create(meeting=meeting, position=3, title="Slot", minutes=15)
    ask_people(meeting, "Kim")
    Strand.objects.create(block=last, position=0, title="Wonen", leader=someone("Kim"))
    ask_people(meeting, "Sam")
    everybody = ("Leo", "Vera", "Ina", "Kim", "Sam")
    assert [len(sent(who)) for who in everybody] == [1, 1, 1, 1, 1]
    move(Block.objects.get(title="Sessies"), up=False)  # after «Slot»: Leo's part stays
    assert [len(sent(who)) for who in ("Ina", "Kim")] == [1, 1]  # perhaps it goes on moving
    assert [len(later(who)) for who in everybody] == [1, 1, 2, 2, 1]
    assert [len(later(who)) for who in everybody] == [1, 1, 2, 2, 1]
    begins = timezone.localtime(meeting.starts_at)
    slot, aside, end = (f"{begins + timedelta(minutes=m):%H.%M}" for m in (75, 90, 150))
    for who, told in (("Ina", f"{aside}–{end} Jeugd"), ("Kim", f"{slot}–{aside} Wonen")):
        first, mail = sent(who)
        old, new = event_in(first), event_in(mail)
        assert (old["SEQUENCE"], new["SEQUENCE"], new["UID"]) == (0, 1, old["UID"])
        assert (new["DTSTART"].dt, new["DTEND"].dt) == (old["DTSTART"].dt, old["DTEND"].dt)
        assert mail["Subject"].startswith("Gewijzigd") and mail["Message-ID"] != first["Message-ID"]
        assert told in str(new["DESCRIPTION"]) and told not in str(old["DESCRIPTION"])


def test_moved_back_in_time_tells_nothing_and_another_place_tells_everybody_more() -> None:
    meeting = a_day()
    sent("Ina")
    for up in (True, False):
        move(Block.objects.get(title="Sessies"), up=up)
    assert [len(later(who)) for who in ("Ina", "Leo")] == [1, 1]
    change_practical(meeting, Practical(place="Elders"), by=someone("Organisator"))
    last = later("Ina")[-1]
    assert event_in(last)["SEQUENCE"] == 3  # one for the place, two for what moved
    assert len(later("Leo")) == 2


def test_another_room_is_told_to_who_leads_there() -> None:
    a_day()
    sent("Ina")
    strand = Strand.objects.get()
    change_strand(strand, StrandText("Jeugd", room="Zaal 9", leader=strand.leader))
    assert "Jeugd, Zaal 9" in later("Ina")[-1].get_body(("plain",)).get_content()
    assert len(later("Leo")) == 1
