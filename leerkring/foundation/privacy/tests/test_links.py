"""A number in an address is believed only when it was signed for just that."""

import pytest

from leerkring.foundation.privacy.link_queries import SignedNumber

HERE, ELSEWHERE = SignedNumber("test.here"), SignedNumber("test.elsewhere")


def test_what_was_signed_comes_back() -> None:
    assert HERE.read(HERE.write(12)) == 12


@pytest.mark.parametrize("text", ["", "12", "12:x", ":", ELSEWHERE.write(12), HERE.write(12) + "0"])
def test_what_was_not_signed_for_this_is_no_number(text: str) -> None:
    assert HERE.read(text) is None
