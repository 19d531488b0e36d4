from datetime import UTC, datetime, timedelta

import pytest

from leerkring.practice.pulses.kinds import Kind
from leerkring.practice.pulses.windows import may_ask, window

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@pytest.mark.parametrize(
    ("kind", "session", "opens", "closes"),
    [
        (Kind.BEFORE, NOW + 3 * DAY, NOW, NOW + 2.5 * DAY),
        (Kind.BEFORE, NOW + 12 * HOUR, NOW, NOW + 12 * HOUR),  # too late to read before: until then
        (Kind.BEFORE, None, NOW, NOW + 7 * DAY),
        (Kind.AFTER, NOW - HOUR, NOW, NOW + 7 * DAY),
        (Kind.EFFECT, NOW - HOUR, NOW - HOUR + 42 * DAY, NOW - HOUR + 63 * DAY),
        (Kind.EFFECT, NOW - 90 * DAY, NOW, NOW + 21 * DAY),  # asked late: open at once
        (Kind.EFFECT, None, NOW + 42 * DAY, NOW + 63 * DAY),
    ],
)
def test_a_pulse_opens_and_closes(
    kind: Kind, session: datetime | None, opens: datetime, closes: datetime
) -> None:
    assert window(kind, NOW, session) == (opens, closes)


def test_every_kind_has_its_moment() -> None:
    assert [may_ask(kind, NOW, NOW + HOUR) for kind in Kind] == [True, False, True]
    assert [may_ask(kind, NOW, NOW - HOUR) for kind in Kind] == [False, True, True]
    assert all(may_ask(kind, NOW, None) for kind in Kind)
