"""A sheet: one byte a statement."""

import pytest

from leerkring.practice.answering.sheets import (
    NotOnTheScale,
    answered,
    blank,
    first_open,
    with_answer,
)
from leerkring.practice.scans.instrument_files import built_in

SCAN = built_in()


def test_a_blank_sheet_has_room_for_every_statement() -> None:
    sheet = blank(SCAN)
    assert (len(sheet), answered(sheet), first_open(sheet)) == (36, 0, 0)


def test_an_answer_changes_its_own_place_only() -> None:
    sheet = with_answer(with_answer(blank(SCAN), SCAN, 0, 5), SCAN, 35, 255)
    assert sheet == bytes([5, *[0] * 34, 255])
    assert (answered(sheet), first_open(sheet)) == (2, 1)
    assert with_answer(sheet, SCAN, 0, 1)[0] == 1


@pytest.mark.parametrize("value", [0, 6, 254, 256, -1])
def test_what_is_not_on_the_scale_is_refused(value: int) -> None:
    with pytest.raises(NotOnTheScale):
        with_answer(blank(SCAN), SCAN, 0, value)


@pytest.mark.parametrize("place", [-1, 36, 10**9])
def test_a_place_that_is_no_statement_is_refused(place: int) -> None:
    with pytest.raises(NotOnTheScale):
        with_answer(blank(SCAN), SCAN, place, 3)


def test_a_full_sheet_has_nothing_open() -> None:
    sheet = bytes([3] * 36)
    assert first_open(sheet) is None
