"""Codes, and what a session remembers of an address that is being proven. No database."""

from typing import Any

import pytest

from leerkring.network.entrance.codes import LETTERS, is_same, new_code
from leerkring.network.entrance.proving import (
    KEY,
    MINUTES,
    TRIES,
    begin,
    forget,
    proven,
    take_as_proven,
    try_code,
    waiting,
)

NOW = 1_000_000.0


@pytest.fixture
def memory() -> dict[str, Any]:
    found: dict[str, Any] = {}
    begin(found, email="a@b.example", name="A", now=NOW)
    return found


def code_in(memory: dict[str, Any]) -> str:
    return str(memory[KEY]["code"])


def test_a_code_has_eight_letters_that_nobody_misreads() -> None:
    letters = new_code().replace("-", "")
    assert len(letters) == 8
    assert set(letters) <= set(LETTERS)
    assert not set("AEIOU01Y") & set(LETTERS)


def test_codes_differ() -> None:
    assert len({new_code() for _ in range(50)}) == 50


@pytest.mark.parametrize("typed", ["KT4R-9WZB", "kt4r 9wzb", "kt4r9wzb", " KT4R--9WZB "])
def test_capitals_spaces_and_dashes_do_not_matter(typed: str) -> None:
    assert is_same(typed, "KT4R-9WZB")


@pytest.mark.parametrize("typed", ["", "KT4R-9WZ", "KT4R-9WZBB", "ÄT4R-9WZB", "𝟒"])
def test_anything_else_is_another_code(typed: str) -> None:
    assert not is_same(typed, "KT4R-9WZB")


def test_the_right_code_proves_the_address(memory: dict[str, Any]) -> None:
    assert try_code(memory, code_in(memory), NOW)
    proof = proven(memory, NOW)
    assert proof and (proof.email, proof.name, proof.code) == ("a@b.example", "A", "")
    assert waiting(memory, NOW) is None


def test_nothing_is_proven_before_the_code(memory: dict[str, Any]) -> None:
    assert proven(memory, NOW) is None
    assert proven({}, NOW) is None


def test_after_five_wrong_codes_the_right_one_is_too_late(memory: dict[str, Any]) -> None:
    code = code_in(memory)
    for _ in range(TRIES):
        assert not try_code(memory, "BBBB-BBBB", NOW)
    assert not try_code(memory, code, NOW)


def test_a_code_is_of_no_use_after_a_quarter(memory: dict[str, Any]) -> None:
    assert waiting(memory, NOW + 60 * MINUTES)
    assert not try_code(memory, code_in(memory), NOW + 60 * MINUTES + 1)


def test_a_code_works_once(memory: dict[str, Any]) -> None:
    code = code_in(memory)
    assert try_code(memory, code, NOW)
    assert not try_code(memory, code, NOW)


def test_an_empty_code_never_opens_what_is_proven() -> None:
    memory: dict[str, Any] = {}
    take_as_proven(memory, email="a@b.example", name="A", now=NOW)
    assert not try_code(memory, "", NOW)


def test_a_new_code_takes_the_place_of_the_old_one(memory: dict[str, Any]) -> None:
    old = code_in(memory)
    begin(memory, email="a@b.example", name="A", now=NOW)
    assert not try_code(memory, old, NOW)


def test_forgetting_leaves_nothing(memory: dict[str, Any]) -> None:
    forget(memory)
    forget(memory)
    assert memory == {}
