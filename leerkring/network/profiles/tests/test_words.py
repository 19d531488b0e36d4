"""Names compared and shortened; who sees what, as a calculation."""

import pytest

from leerkring.network.profiles.names import folded, initials
from leerkring.network.profiles.visibility import Reach, shows


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Noor de Wit", "NW"),
        ("Samira", "S"),
        ("Zoë van 't Hoff", "ZH"),
        ("jan jansen-de vries", "JV"),
        ("", ""),
        ("!!", ""),
        ("De", ""),
        ("١ Ömer Öz", "١Ö"),
    ],
)
def test_initials_are_of_the_first_and_the_last_name(name: str, short: str) -> None:
    assert initials(name) == short


def test_names_are_compared_without_accents_marks_or_capitals() -> None:
    assert folded("  ZOË van 't  Hoff ") == folded("zoe van-t hoff") == "zoe van t hoff"


def test_nothing_is_wider_than_the_name() -> None:
    assert shows(Reach.EVERYONE, Reach.EVERYONE, Reach.EVERYONE)
    assert not shows(Reach.EVERYONE, Reach.TIES, Reach.SIGNED_IN)
    assert not shows(Reach.TIES, Reach.EVERYONE, Reach.SIGNED_IN)
    assert shows(Reach.NOBODY, Reach.NOBODY, Reach.NOBODY)
