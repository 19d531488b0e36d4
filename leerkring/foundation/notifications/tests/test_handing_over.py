"""One hand-over for every room: claimed, tried, put off, given up; whatever the server does."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from smtplib import SMTPAuthenticationError, SMTPDataError, SMTPRecipientsRefused
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

import pytest
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection
from django.utils.crypto import get_random_string

from leerkring.foundation.notifications import handing_over_actions as piece
from leerkring.foundation.notifications.handing_over_actions import (
    LEASE,
    LONGEST_RUN,
    PATIENCE,
    SESSION,
    Outbox,
    hand_over,
    pause_after,
)
from leerkring.foundation.notifications.models import Mail

NOW = datetime(2026, 11, 23, 7, tzinfo=ZoneInfo("Europe/Amsterdam"))
MINUTE = timedelta(minutes=1)


class Killed(BaseException):
    """As SIGKILL."""


class Server(BaseEmailBackend):
    """Takes what comes, unless it has something to say; remembers its connections."""

    says: ClassVar[list[BaseException | None]] = []
    taken: ClassVar[list[str]] = []
    connections: ClassVar[list[int]] = []
    is_open = False

    def open(self) -> bool:
        if not self.is_open:
            self.connections.append(0)
        self.is_open = True
        return True

    def close(self) -> None:
        self.is_open = False

    def send_messages(self, messages: Any) -> int:
        assert self.is_open
        word = self.says.pop(0) if self.says else None
        if word is not None:
            raise word
        self.connections[-1] += 1
        self.taken.extend(message.subject for message in messages)
        return len(messages)


@pytest.fixture(autouse=True)
def server(settings: Any) -> type[Server]:
    settings.EMAIL_BACKEND = f"{__name__}.Server"
    for kept in (Server.says, Server.taken, Server.connections):
        kept.clear()
    return Server


@dataclass
class Wishes:
    """What is not wanted, and what cannot be written, by subject."""

    unwanted: set[str]
    unwritable: set[str]

    @property
    def outbox(self) -> Outbox[Mail]:
        return Outbox(rows=Mail.objects.all(), is_wanted=self._is_wanted, write=self._write)

    def _is_wanted(self, mail: Mail, now: datetime) -> bool:
        if mail.subject in self.unwanted:
            mail.give_up("niet meer nodig")
        return mail.subject not in self.unwanted

    def _write(self, mail: Mail) -> EmailMessage:
        if mail.subject in self.unwritable:
            raise LookupError(mail.subject)
        return EmailMessage(mail.subject, "", to=["iemand@leerkring.example"])


@pytest.fixture
def wishes() -> Wishes:
    return Wishes(set(), set())


def letters(people: list[Any], *subjects: str) -> None:
    Mail.objects.bulk_create(
        Mail(
            person=people[0], kind="direct", period=get_random_string(12), subject=subject,
            message_id=get_random_string(20), at=NOW, next_try_at=NOW,
        )
        for subject in subjects
    )  # fmt: skip


def the(subject: str) -> Mail:
    return Mail.objects.get(subject=subject)


def refused(*codes: int) -> SMTPRecipientsRefused:
    return SMTPRecipientsRefused({f"{n}@x.example": (code, b"") for n, code in enumerate(codes)})


def test_each_is_taken_once_and_tried_once(people, wishes) -> None:
    letters(people, "een", "twee", "drie")
    assert hand_over(wishes.outbox, NOW, most=2) == 2
    assert hand_over(wishes.outbox, NOW) == 1
    assert hand_over(wishes.outbox, NOW + PATIENCE) == 0
    assert Server.taken == ["een", "twee", "drie"]
    assert set(Mail.objects.values_list("tries", flat=True)) == {1}


def test_who_holds_the_lease_is_left_alone_until_it_is_over(people, wishes) -> None:
    letters(people, "een", "twee")
    Server.says.append(Killed())
    with pytest.raises(Killed):
        hand_over(wishes.outbox, NOW)
    assert hand_over(wishes.outbox, NOW + LEASE - MINUTE) == 1
    assert hand_over(wishes.outbox, NOW + LEASE) == 1
    assert Server.taken == ["twee", "een"]
    assert the("een").tries == 2


@pytest.mark.parametrize("moment", ["claiming", "marking"])
def test_a_second_worker_at_any_moment_of_the_first_repeats_nothing(people, wishes, moment) -> None:
    letters(people, "een", "twee")
    second: list[int] = []
    busy: list[bool] = []

    def come_in_between(execute, sql, params, many, context):
        if not busy and sql.startswith("UPDATE") and ("tries" in sql) == (moment == "claiming"):
            busy.append(True)
            second.append(hand_over(wishes.outbox, NOW))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(come_in_between):
        assert hand_over(wishes.outbox, NOW) + second[0] == 2
    assert second == [2 if moment == "claiming" else 1]
    assert sorted(Server.taken) == ["een", "twee"]


def test_what_is_not_wanted_any_more_was_not_tried(people, wishes) -> None:
    letters(people, "een", "twee")
    wishes.unwanted.add("een")
    assert hand_over(wishes.outbox, NOW) == 1
    assert (the("een").tries, the("een").fault) == (0, "niet meer nodig")


@pytest.mark.parametrize(
    "fault", [refused(450), refused(550, 450), SMTPDataError(554, b"spam"), ValueError("kop")]
)
def test_trouble_with_one_mail_puts_off_that_mail_and_the_rest_goes_on(
    people, wishes, fault
) -> None:
    letters(people, "een", "twee")
    Server.says.append(fault)
    assert hand_over(wishes.outbox, NOW) == 1
    assert the("een").next_try_at == NOW + pause_after(1)
    assert the("een").fault
    assert hand_over(wishes.outbox, NOW + pause_after(1)) == 1


@pytest.mark.parametrize(
    "fault", [ConnectionRefusedError(), TimeoutError(), SMTPAuthenticationError(535, b"fout")]
)
def test_trouble_with_the_server_puts_off_one_and_stops_the_run(people, wishes, fault) -> None:
    letters(people, "een", "twee", "drie")
    Server.says.append(fault)
    assert hand_over(wishes.outbox, NOW) == 0
    assert [mail.tries for mail in Mail.objects.order_by("pk")] == [1, 0, 0]
    assert hand_over(wishes.outbox, NOW) == 2
    assert hand_over(wishes.outbox, NOW + pause_after(1)) == 1


def test_an_address_that_is_refused_for_good_is_the_end_and_the_room_hears_it(
    people, wishes
) -> None:
    letters(people, "een", "twee")
    heard = []
    outbox = replace(wishes.outbox, refused=lambda mail, why: heard.append(mail.subject))
    Server.says.append(refused(550, 553))
    assert hand_over(outbox, NOW) == 1
    assert heard == ["een"]
    letters(people, "drie")
    Server.says.append(refused(550))
    hand_over(wishes.outbox, NOW)
    assert the("drie").given_up_at


def test_pauses_double_up_to_four_hours_and_after_five_days_it_is_over(people, wishes) -> None:
    letters(people, "een")
    Server.says.extend(refused(450) for _ in range(100))
    pauses, now = [], NOW
    while the("een").given_up_at is None:
        hand_over(wishes.outbox, now)
        pauses.append((the("een").next_try_at - now) // MINUTE)
        now = the("een").next_try_at
    assert pauses[:8] == [5, 10, 20, 40, 80, 160, 240, 240]
    assert PATIENCE < now - NOW < PATIENCE + timedelta(hours=9)


def test_what_cannot_be_written_holds_up_itself_alone(people, wishes) -> None:
    letters(people, "een", "twee")
    wishes.unwritable.add("een")
    assert hand_over(wishes.outbox, NOW) == 1
    wishes.unwritable.clear()
    assert hand_over(wishes.outbox, NOW + LEASE) == 1


def test_a_connection_is_used_for_many_and_never_after_a_fault(people, wishes) -> None:
    letters(people, *map(str, range(SESSION + 5)))
    Server.says.extend([None, refused(450)])
    hand_over(wishes.outbox, NOW)
    assert Server.connections == [1, SESSION - 2, 5]


def test_a_run_ends_long_before_its_leases_do(people, wishes, monkeypatch) -> None:
    assert LONGEST_RUN * 2 < LEASE
    letters(people, "een", "twee", "drie")
    minutes = iter(range(100))
    step = LONGEST_RUN.total_seconds() * 0.6
    monkeypatch.setattr(piece, "monotonic", lambda: next(minutes) * step)
    assert hand_over(wishes.outbox, NOW) == 2
    assert hand_over(wishes.outbox, NOW) == 1
