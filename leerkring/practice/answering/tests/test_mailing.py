"""Mail: sent once, tried again, never to who has finished; a wrong address stops only itself."""

import re
from collections.abc import Callable
from datetime import timedelta
from smtplib import (
    SMTPAuthenticationError,
    SMTPDataError,
    SMTPException,
    SMTPRecipientsRefused,
    SMTPSenderRefused,
    SMTPServerDisconnected,
)
from typing import ClassVar

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from leerkring.foundation.notifications.handing_over_actions import PATIENCE, pause_after
from leerkring.practice.answering.actions import finish, stop_mail
from leerkring.practice.answering.closing_actions import end_round, lift_pause
from leerkring.practice.answering.keys import Secret
from leerkring.practice.answering.mailing import send_due
from leerkring.practice.answering.models import Invitee, Link, PausedAddress, Sending
from leerkring.practice.answering.models.mail import MOST_ATTEMPTS
from leerkring.practice.answering.tests.conftest import Asked, fill, link

Clock = Callable[..., None]
NOORD1 = "noord1@voorbeeld.nl"
GONE = (550, b"5.1.1 no such user")
LATER = (450, b"4.2.0 greylisted, try again")


class Killed(BaseException):
    """The worker dies at this very point."""


class Troubled(EmailBackend):
    """A mail server that answers some addresses with a fault."""

    faults: ClassVar[dict[str, Callable[[EmailMessage], BaseException]]] = {}

    def send_messages(self, messages: list[EmailMessage]) -> int:
        for message in messages:
            fault = self.faults.get(message.to[0]) or self.faults.get("*")
            if fault:
                raise fault(message)
        return super().send_messages(messages)


@pytest.fixture(autouse=True)
def troubled(settings: object) -> dict[str, Callable[[EmailMessage], BaseException]]:
    settings.EMAIL_BACKEND = f"{__name__}.Troubled"
    Troubled.faults.clear()
    return Troubled.faults


@pytest.fixture(autouse=True)
def only_announcements(request: pytest.FixtureRequest) -> None:
    assert mail.outbox == []


def refused(reply: tuple[int, bytes]) -> Callable[[EmailMessage], BaseException]:
    return lambda message: SMTPRecipientsRefused({message.to[0]: reply})


def to(address: str) -> list[EmailMessage]:
    return [message for message in mail.outbox if message.to == [address]]


def door_in(message: EmailMessage) -> Secret:
    found = re.search(r"http\S+/v/([\w-]+)/", str(message.body))
    assert found
    secret = Secret.from_link(found[1])
    assert secret
    return secret


def announcement(address: str = NOORD1) -> Sending:
    return Sending.objects.get(invitee__email=address, kind=Sending.Kind.ANNOUNCEMENT)


def test_everyone_is_told_once_and_every_link_works(asked: Asked) -> None:
    assert send_due() == len(mail.outbox) == 16
    assert send_due() == 0
    doors = {message.to[0]: door_in(message) for message in mail.outbox}
    assert len(set(doors.values())) == 16
    for address, door in doors.items():
        assert link(door).invitee.email == address
    assert fill(doors[NOORD1], 4)[0] == 4


def test_a_mail_says_which_team_until_when_and_goes_to_one_person(asked: Asked) -> None:
    send_due()
    (message,) = to("zuid2@voorbeeld.nl")
    assert "Zuid" in message.subject
    assert "\n" not in message.subject
    assert "zaterdag 31 oktober" in message.body
    assert "Fijn dat je meedoet." in message.body
    assert message.recipients() == ["zuid2@voorbeeld.nl"]


def test_reminders_go_to_who_has_not_handed_in(asked: Asked, at: Clock) -> None:
    send_due()
    door = door_in(to(NOORD1)[0])
    fill(door, 3)
    finish(door)
    mail.outbox.clear()
    at(2026, 10, 16, 9, 0)
    assert send_due() == 15
    assert to(NOORD1) == []
    at(2026, 10, 29, 9, 0)
    assert send_due() == 15
    assert send_due() == 0


def test_a_worker_that_was_away_sends_one_mail_and_not_three(asked: Asked, at: Clock) -> None:
    at(2026, 10, 30, 9, 0)
    assert send_due() == 16
    assert "wacht nog" not in to(NOORD1)[0].subject
    assert send_due() == 0


def test_nothing_goes_out_after_the_last_day_or_after_closing(asked: Asked, at: Clock) -> None:
    at(2026, 11, 1, 0, 1)
    assert send_due() == 0
    assert not Sending.objects.waiting().filter(kind=Sending.Kind.ANNOUNCEMENT).exists()


def test_closing_ends_the_mail(asked: Asked, at: Clock) -> None:
    end_round(asked.round, by=None)
    at(2026, 10, 16, 9, 0)
    assert (send_due(), mail.outbox) == (0, [])


def test_who_wants_no_more_mail_gets_none_and_may_still_answer(asked: Asked, at: Clock) -> None:
    send_due()
    door = door_in(to(NOORD1)[0])
    mail.outbox.clear()
    stop_mail(link(door))
    at(2026, 10, 16, 9, 0)
    assert send_due() == 15
    assert to(NOORD1) == []
    assert fill(door, 3)[0] == 3


@pytest.mark.parametrize(
    "fault",
    [
        lambda message: ConnectionRefusedError("nobody there"),
        lambda message: SMTPServerDisconnected("gone"),
        lambda message: SMTPSenderRefused(550, b"who are you", "from"),
        lambda message: SMTPAuthenticationError(535, b"wrong password"),
        lambda message: SMTPDataError(554, b"looks like spam"),
        lambda message: TimeoutError(),
        lambda message: ValueError("a header that cannot be"),
        refused(LATER),
    ],
)
def test_what_may_pass_is_tried_again_later_and_pauses_nobody(
    asked: Asked, troubled: dict, at: Clock, fault: Callable[[EmailMessage], BaseException]
) -> None:
    troubled["*"] = fault
    for _ in range(16):  # where it is the server that fails, each run tries one and stops
        assert send_due() == 0
    assert not PausedAddress.objects.exists()
    assert announcement().fault
    assert send_due() == 0, "not at once"
    troubled.clear()
    at(2026, 10, 1, 10, 4)
    assert send_due() == 0
    at(2026, 10, 1, 10, 5)
    assert send_due() == 16
    assert announcement().fault == ""


def test_each_wait_is_twice_as_long_up_to_four_hours(asked: Asked, troubled: dict) -> None:
    troubled["*"] = lambda message: SMTPException("busy")
    waits, now = [], timezone.now()
    for _ in range(9):
        sending = announcement()
        Sending.objects.exclude(pk=sending.pk).delete()
        Sending.objects.update(due_at=now)
        send_due()
        waits.append((announcement().due_at - now) // timedelta(minutes=1))
    assert waits == [5, 10, 20, 40, 80, 160, 240, 240, 240]


def test_the_attempts_fill_the_five_days_that_every_mail_is_tried() -> None:
    assert sum((pause_after(n) for n in range(1, MOST_ATTEMPTS)), timedelta()) <= PATIENCE
    assert sum((pause_after(n) for n in range(1, MOST_ATTEMPTS + 1)), timedelta()) > PATIENCE


def test_after_many_attempts_it_is_given_up_and_still_seen(asked: Asked, troubled: dict) -> None:
    troubled["*"] = lambda message: SMTPException("busy")
    Sending.objects.exclude(pk=announcement().pk).delete()
    Sending.objects.update(attempts=MOST_ATTEMPTS - 1)
    send_due()
    assert announcement().given_up
    assert Sending.objects.of_round(asked.round).failing().count() == 1


def test_an_address_that_does_not_exist_stops_mail_to_it_alone(
    asked: Asked, troubled: dict, at: Clock
) -> None:
    troubled[NOORD1] = refused(GONE)
    assert send_due() == 15
    assert PausedAddress.objects.get().email == NOORD1
    troubled.clear()
    at(2026, 10, 16, 9, 0)
    assert send_due() == 15
    assert to(NOORD1) == []


def test_a_pause_that_is_lifted_lets_what_waited_go_out(asked: Asked, troubled: dict) -> None:
    troubled[NOORD1] = refused(GONE)
    send_due()
    troubled.clear()
    assert lift_pause(NOORD1)
    assert not lift_pause(NOORD1)
    assert send_due() == 1
    assert fill(door_in(to(NOORD1)[0]), 3)[0] == 3


def test_a_worker_that_is_killed_loses_no_mail(asked: Asked, troubled: dict, at: Clock) -> None:
    troubled["*"] = lambda message: Killed()
    with pytest.raises(Killed):
        send_due()
    troubled.clear()
    assert send_due() == 15  # the one in hand waits a while: perhaps it did go out
    at(2026, 10, 1, 10, 14)
    assert send_due() == 0
    at(2026, 10, 1, 10, 15)
    assert send_due() == 1
    assert {message.to[0] for message in mail.outbox} == set(
        Invitee.objects.values_list("email", flat=True)
    )


def test_two_workers_never_send_the_same_mail(asked: Asked, troubled: dict) -> None:
    """The second one works while the first is in the middle of a mail."""
    second: list[int] = []

    def other_worker(message: EmailMessage) -> BaseException:
        troubled.clear()
        second.append(send_due())
        return SMTPServerDisconnected("this one comes later")

    troubled["*"] = other_worker
    assert send_due() == 0
    assert second == [15]
    assert send_due() == 0
    assert len({message.to[0] for message in mail.outbox}) == len(mail.outbox) == 15


def test_a_refused_mail_leaves_no_door_behind(asked: Asked, troubled: dict) -> None:
    troubled["*"] = refused(LATER)
    send_due()
    assert not Link.objects.exists()


def test_a_mail_that_may_have_arrived_keeps_its_door(asked: Asked, troubled: dict) -> None:
    troubled["*"] = lambda message: SMTPServerDisconnected("after the last dot")
    for _ in range(16):
        send_due()
    assert Link.objects.count() == 16


def test_a_server_that_quotes_the_mail_does_not_bring_the_link_into_the_database(
    asked: Asked, troubled: dict
) -> None:
    quoted: list[str] = []

    def quote(message: EmailMessage) -> BaseException:
        quoted.append(door_in(message).link)
        return SMTPDataError(554, f"blocked: /v/{quoted[-1]}/".encode())

    troubled["*"] = quote
    send_due()
    faults = " ".join(Sending.objects.values_list("fault", flat=True))
    assert "blocked" in faults
    assert [door for door in quoted if door in faults] == []
