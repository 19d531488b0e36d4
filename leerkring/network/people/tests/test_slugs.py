import re

from hypothesis import given, settings
from hypothesis import strategies as st

from leerkring.network.people.slugs import LONGEST, slug_of, slugs


def test_odd_names_become_harmless():
    names = ["=cmd()", "../../x", "C:\\temp", "Ömer & Łódź", "", "日本", "x" * 300]
    assert slugs(names) == (
        "cmd",
        "x",
        "c-temp",
        "omer-en-lodz",
        "naamloos",
        "naamloos-2",
        "x" * LONGEST,
    )


def test_names_that_windows_gives_to_devices_are_not_used():
    assert slugs(["CON", "nul", "com1", "lpt9", "console"]) == (
        "naam-con",
        "naam-nul",
        "naam-com1",
        "naam-lpt9",
        "console",
    )


def test_two_names_with_one_slug_get_numbers_in_their_order():
    assert slugs(["Zuid", "zuid!", "Zuid?"]) == ("zuid", "zuid-2", "zuid-3")


def test_a_number_never_takes_the_slug_of_another_name():
    assert slugs(["Zuid", "Zuid!", "Zuid 2"]) == ("zuid", "zuid-3", "zuid-2")


def test_long_names_that_differ_at_the_end_stay_apart():
    first, second = slugs(["a" * 100 + "1", "a" * 100 + "2"])
    assert first != second
    assert len(second) == LONGEST


@given(st.lists(st.text(max_size=12), max_size=12))
@settings(max_examples=60, deadline=None)
def test_slugs_are_always_different_plain_and_short(names):
    result = slugs(names)
    assert len(set(result)) == len(names)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) for slug in result)
    assert all(len(slug) <= LONGEST for slug in result)
    assert result == slugs(names)


def test_a_slug_never_ends_in_a_hyphen_where_it_is_cut():
    assert slug_of("a" * 59 + " b") == "a" * 59
