"""Six weeks after a meeting who has no account is asked as well: who came, once, by mail."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from leerkring.foundation.notifications.tests import dying
from leerkring.practice.attendance.models import NO_ADDRESS, Letter, Reply, Tap
from leerkring.practice.attendance.tasks import run_due
from leerkring.practice.attendance.tests.conftest import a_meeting, ask, ask_people
from leerkring.practice.meetings.models import Cancellation, Invitation, Meeting
from leerkring.practice.pulses.actions import ask_pulse, close_pulse
from leerkring.practice.pulses.kinds import Kind
from leerkring.practice.pulses.models import Pulse

pytestmark = pytest.mark.django_db
SEVEN_WEEKS = timedelta(weeks=7)


def held() -> Meeting:
    return a_meeting("Werkdag", starts_at=timezone.now() - SEVEN_WEEKS)


def effect_of(meeting: Meeting) -> Pulse:
    return ask_pulse(meeting, Kind.EFFECT, by=None)


def said(invitation: Invitation, word: str, **more: Any) -> None:
    Reply.objects.create(invitation=invitation, says=word, **more)


def tap(invitation: Invitation, is_here: bool) -> None:
    Tap.objects.create(invitation=invitation, is_here=is_here, at=timezone.now())


def reached(now: Any = None) -> list[str]:
    run_due(now or timezone.now())
    return sorted(one.to[0].split("@")[0] for one in mail.outbox)


def test_who_said_yes_gets_one_letter_with_the_link_of_everybody(client: Client) -> None:
    meeting = held()
    yes, no, later, waiting, _ = ask(meeting, "Ja", "Nee", "Later", "Wacht", "Stil")
    (noor,) = ask_people(meeting, "Noor")
    for invitation, word in ((yes, "ja"), (no, "nee"), (later, "later"), (noor, "ja")):
        said(invitation, word)
    said(waiting, "ja", waits_since=timezone.now())
    assert reached() == []
    pulse = effect_of(meeting)
    assert reached() == ["ja"]
    letter = mail.outbox[0]
    assert f"/p/{pulse.code}/" in letter.body and "/komen/" not in letter.body
    assert letter.body.count("http") == 1
    assert client.get(f"/p/{pulse.code}/").status_code == 200
    for days in (0, 1, 20, 60):
        assert reached(timezone.now() + timedelta(days=days)) == ["ja"]


def test_where_the_door_was_kept_it_is_who_came_in() -> None:
    meeting = held()
    came, away, unasked, no = ask(meeting, "Kwam", "Bleef weg", "Zo binnen", "Zei nee")
    for invitation, word in ((came, "ja"), (away, "ja"), (no, "nee")):
        said(invitation, word)
    for invitation in (came, unasked, no):
        tap(invitation, True)
    effect_of(meeting)
    assert reached() == ["kwam", "zo-binnen"]


def test_who_was_marked_absent_is_not_asked() -> None:
    meeting = held()
    yes, absent = ask(meeting, "Ja", "Toch niet")
    for invitation in (yes, absent):
        said(invitation, "ja")
    tap(absent, False)
    effect_of(meeting)
    assert reached() == ["ja"]


def test_nobody_is_asked_before_its_time_or_after_or_of_what_did_not_go_on() -> None:
    early = a_meeting("Pas geweest", starts_at=timezone.now() - timedelta(days=2))
    over, off, nameless = held(), held(), held()
    for meeting in (early, over, off, nameless):
        (one,) = ask(meeting, f"Gast {meeting.pk}")
        said(one, "ja")
        if meeting == nameless:
            Invitation.objects.filter(pk=one.pk).update(email=f"x{NO_ADDRESS}")
        effect_of(meeting)
    close_pulse(Pulse.objects.get(about_id=over.pk), by=None)
    Cancellation.objects.create(meeting=off, reason="Storm.")
    assert reached() == []


def test_a_letter_that_waits_is_not_sent_once_the_question_is_closed(settings: Any) -> None:
    meeting = held()
    (one,) = ask(meeting, "Ja")
    said(one, "ja")
    pulse = effect_of(meeting)
    settings.EMAIL_BACKEND = "leerkring.foundation.notifications.tests.dying.EmailBackend"
    dying.taken.clear()
    dying.behaviour[:] = ["later"]
    run_due(timezone.now())
    close_pulse(pulse, by=None)
    run_due(timezone.now() + timedelta(hours=5))
    assert not dying.taken and Letter.objects.get().given_up_at is not None
