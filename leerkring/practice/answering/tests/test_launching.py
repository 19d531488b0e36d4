"""When mails go out."""

from datetime import UTC, date, datetime

import pytest

from leerkring.practice.answering.launching import mail_days
from leerkring.practice.answering.tests.conftest import AMSTERDAM

START = datetime(2026, 10, 1, 14, 30, tzinfo=AMSTERDAM)


def days(until: date) -> list[tuple[str, str]]:
    return [(d.kind, f"{d.at:%d-%m %H:%M}") for d in mail_days(START, until, AMSTERDAM)]


def test_an_announcement_at_once_a_reminder_half_way_and_one_two_days_before_the_end() -> None:
    assert days(date(2026, 10, 21)) == [
        ("aankondiging", "01-10 14:30"),
        ("herinnering", "11-10 09:00"),
        ("laatste", "19-10 09:00"),
    ]


@pytest.mark.parametrize(
    ("until", "kinds"),
    [
        (date(2026, 9, 30), ["aankondiging"]),
        (date(2026, 10, 1), ["aankondiging"]),
        (date(2026, 10, 3), ["aankondiging"]),
        (date(2026, 10, 4), ["aankondiging", "laatste"]),
        (date(2026, 10, 5), ["aankondiging", "laatste"]),
        (date(2026, 10, 6), ["aankondiging", "herinnering", "laatste"]),
    ],
)
def test_a_short_round_has_fewer_mails(until: date, kinds: list[str]) -> None:
    assert [kind for kind, _ in days(until)] == kinds


def test_nine_in_the_morning_stays_nine_when_the_clock_goes_back() -> None:
    """25 October 2026: from +2 to +1."""
    sent = mail_days(START, date(2026, 11, 10), AMSTERDAM)
    last = sent[-1].at
    assert (last.hour, last.astimezone(UTC).hour) == (9, 8)
    assert sent[1].at.astimezone(UTC).hour == 7


def test_the_first_day_is_that_of_the_place_not_of_greenwich() -> None:
    late = datetime(2026, 9, 30, 22, 30, tzinfo=UTC)  # half past midnight in Amsterdam
    assert mail_days(late, date(2026, 10, 21), AMSTERDAM)[1].at.date() == date(2026, 10, 11)
