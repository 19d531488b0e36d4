from decimal import Decimal

import pytest

from leerkring.foundation.tables.cells import (
    decimal_number,
    hides_something,
    key_of,
    suggestion,
    whole_number,
)


@pytest.mark.parametrize(("text", "number"), [("4", 4), ("-3", -3), ("4.0", 4), ("4,00", 4)])
def test_whole_numbers_are_read(text, number):
    assert whole_number(text) == number


@pytest.mark.parametrize("text", ["", "vier", "4.5", "4 5", "²", "٣", "1e3", "nan", "9" * 99])
def test_what_is_no_whole_number_is_none(text):
    assert whole_number(text) is None


def test_a_decimal_point_and_a_comma_are_the_same():
    assert decimal_number("3,8") == decimal_number("3.8") == Decimal("3.8")
    assert decimal_number("-0.100") == Decimal("-0.1")
    assert decimal_number(",5") == Decimal("0.5")


@pytest.mark.parametrize("text", ["", ".", "1.234,5", "nan", "inf", "1e400", "x", "--1"])
def test_what_is_no_number_is_none(text):
    assert decimal_number(text) is None


def test_names_are_compared_without_capitals_spaces_and_ways_to_write_an_accent():
    assert key_of("  Café \n OOST ") == key_of("Cafe\u0301 oost")


def test_the_word_that_was_meant_is_suggested():
    assert suggestion("team zuidd", ["Team Noord", "Team Zuid"]) == " Bedoel je «Team Zuid»?"
    assert suggestion("qqq", ["Team Noord"]) == ""


def test_control_signs_and_turned_text_are_noticed_and_emoji_are_not():
    assert hides_something("a\x07b")
    assert hides_something("a\u202eb")
    assert not hides_something("Team 👩‍👧 Ömer =cmd() ../../x")
