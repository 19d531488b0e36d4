"""A person's own line: only their key opens it, adds to it and throws it away."""

import pytest

from leerkring.practice.answering.keys import Secret
from leerkring.practice.answering.models import OwnLine
from leerkring.practice.answering.own_lines import (
    KEEP_YEARS,
    forget_line,
    forget_old_lines,
    join_lines,
    own_line,
    write_line,
)
from leerkring.practice.answering.own_scores import OwnResult, own_result
from leerkring.practice.scans.instrument_files import built_in

pytestmark = pytest.mark.django_db
OLDER, NEWER, WRONG = (Secret(bytes([number] * 16)) for number in (1, 2, 3))


def result(month: str) -> OwnResult:
    return own_result(built_in(), bytes([4] * 36), round_name=f"Ronde {month}", month=month)


def months(key: Secret) -> list[str] | None:
    line = own_line(key)
    return None if line is None else [one.month for one in line]


def test_only_its_own_key_opens_a_line() -> None:
    write_line(OLDER, [result("2026-11")])
    assert months(OLDER) == ["2026-11"]
    assert months(WRONG) is None


def test_a_line_under_another_name_stays_locked() -> None:
    write_line(OLDER, [result("2026-11")])
    content = OwnLine.objects.get().content
    OwnLine.objects.create(pk=WRONG.name("line"), content=content, year=2026)
    assert own_line(WRONG) is None


def test_what_is_kept_can_not_be_read_without_the_key() -> None:
    write_line(OLDER, [result("2026-11")])
    row = OwnLine.objects.get()
    assert b"Ronde" not in bytes(row.content)
    assert (row.year, OLDER.words in str(row.__dict__)) == (2026, False)


@pytest.mark.parametrize(("first", "second"), [(OLDER, NEWER), (NEWER, OLDER)])
def test_joined_lines_run_from_old_to_new_behind_one_key(first: Secret, second: Secret) -> None:
    write_line(OLDER, [result("2025-11")])
    write_line(NEWER, [result("2026-05"), result("2026-11")])
    assert join_lines(first, second)
    assert months(first) == ["2025-11", "2026-05", "2026-11"]
    assert months(second) is None
    assert OwnLine.objects.get().year == 2026


@pytest.mark.parametrize(("first", "second"), [(OLDER, WRONG), (WRONG, OLDER), (OLDER, OLDER)])
def test_lines_that_are_not_both_there_are_left_as_they_are(first: Secret, second: Secret) -> None:
    write_line(OLDER, [result("2026-11")])
    assert not join_lines(first, second)
    assert months(OLDER) == ["2026-11"]


def test_a_line_is_thrown_away_once() -> None:
    write_line(OLDER, [result("2026-11")])
    assert forget_line(OLDER)
    assert not forget_line(OLDER)
    assert not OwnLine.objects.exists()


def test_a_line_without_news_for_years_is_forgotten() -> None:
    write_line(OLDER, [result("2020-01")])
    write_line(NEWER, [result("2020-01"), result("2026-11")])
    assert forget_old_lines(2020 + KEEP_YEARS) == 0
    assert forget_old_lines(2021 + KEEP_YEARS) == 1
    assert months(OLDER) is None
    assert months(NEWER) is not None
