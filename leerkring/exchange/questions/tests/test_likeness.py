"""Telling words, keys, and whose audience is wider."""

import pytest

from leerkring.exchange.questions.keys import LENGTH, LETTERS, name_of, new_key
from leerkring.exchange.questions.likeness import most_alike, telling_words

SMALL = frozenset({"hoe", "het", "met", "naar", "gaan"})


def test_the_longest_words_tell_most() -> None:
    words = telling_words("Hoe gaan jullie om met wachtlijsten en thuiszitters op school?", SMALL)
    assert words == ["thuiszitters", "wachtlijsten", "jullie", "school"]
    assert telling_words("Hoe het met", SMALL) == []


def test_two_shared_words_or_a_rare_one_make_alike() -> None:
    common = [f"q{n}" for n in range(10)]
    found = {"school": [*common, "a"], "verzuim": ["a", *common[5:]], "hechting": ["b"]}
    alike = most_alike(found, 3)
    assert set(alike[:2]) <= {"a", "q5", "q6", "q7", "q8", "q9"}
    assert "b" in most_alike(found, 20)
    assert "q0" not in most_alike(found, 20)


def test_a_key_is_found_however_it_is_typed() -> None:
    key = new_key()
    assert len(key.replace("-", "")) == LENGTH
    assert name_of(key) == name_of(key.lower().replace("-", "  ")) is not None
    assert name_of(key) != name_of(new_key())
    assert key not in (name_of(key) or "")


@pytest.mark.parametrize("text", ["", "x", "U" * 26, "1" * 25, "é" * 26, "\x00" * 26, "a" * 10**6])
def test_what_is_no_key_has_no_name(text: str) -> None:
    assert name_of(text) is None


def test_letters_that_are_misread_make_no_difference() -> None:
    assert name_of("O" * 26) == name_of("0" * 26)
    assert not set("ILOU") & set(LETTERS)
