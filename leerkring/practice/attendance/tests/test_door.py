"""The desk without a network: what is kept on a device, for how long, and letters to say."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone

from leerkring.practice.attendance.door_letters import door_letters
from leerkring.practice.attendance.door_times import kept_until
from leerkring.practice.attendance.tests.conftest import BACKEND, a_meeting, ask
from leerkring.practice.meetings.join_codes import LENGTH, LETTERS

ZONE = "Europe/Amsterdam"
STARTS = datetime(2026, 11, 24, 12, tzinfo=UTC)
ENDS = STARTS + timedelta(hours=3)
MIDNIGHT = datetime(2026, 11, 24, 23, tzinfo=UTC)  # in Amsterdam, in winter


@pytest.mark.parametrize(
    ("now", "until"),
    [
        (STARTS - timedelta(days=2), None),
        (STARTS - timedelta(hours=20), MIDNIGHT),
        (ENDS + timedelta(hours=1), MIDNIGHT),
        (MIDNIGHT, None),
    ],
)
def test_a_list_of_names_is_kept_from_the_day_before_until_midnight(
    now: datetime, until: datetime | None
) -> None:
    assert kept_until(STARTS, ENDS, ZONE, now) == until


def test_letters_are_fixed_easy_to_read_and_apart() -> None:
    one = UUID(int=1)
    assert door_letters(one) == door_letters(UUID(int=1))
    every = {door_letters(UUID(int=number)) for number in range(300)}
    assert len(every) == 300
    assert all(len(one) == LENGTH and set(one) <= set(LETTERS) for one in every)


@pytest.mark.django_db
def test_the_desk_is_kept_on_a_device_only_around_its_day(client: Client) -> None:
    far = a_meeting()
    near = a_meeting("Vandaag", starts_at=timezone.now())
    ask(near, "Anna")
    for meeting, is_kept in ((far, False), (near, True)):
        client.force_login(meeting.roles.first().person, backend=BACKEND)
        page = client.get(f"{meeting.get_absolute_url()}aanwezig/").content.decode()
        assert ('data-until=""' not in page) == is_kept
    assert f'data-letters="{door_letters(near.invitations.get().pk)}"' in page


@pytest.mark.django_db
def test_the_worker_of_a_desk_sees_that_desk_and_asks_only_this_site(client: Client) -> None:
    meeting = a_meeting()
    client.force_login(meeting.roles.first().person, backend=BACKEND)
    answer = client.get(f"{meeting.get_absolute_url()}aanwezig/deur.js")
    assert answer["Content-Type"].startswith("text/javascript")
    assert answer["Service-Worker-Allowed"] == f"{meeting.get_absolute_url()}aanwezig/"
    assert answer["Content-Security-Policy"] == "default-src 'none'; connect-src 'self'"


@pytest.mark.django_db
def test_who_signs_out_takes_the_list_off_the_device(client: Client) -> None:
    meeting = a_meeting()
    client.force_login(meeting.roles.first().person, backend=BACKEND)
    assert "attendance/door_leave.js" in client.get("/account/logout/").content.decode()
