"""Who is meant in a text."""

import pytest

from leerkring.foundation.remarks.mentions import called, mentions

PEOPLE = {"samira el amrani": 1, "samira": 2, "jan de boer": 3, "noor": 4}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("@Samira El Amrani, weet jij dit?", [1]),
        ("Vraag het @Samira maar.", [2]),
        ("@Samira El wist dat ook.", [2]),
        ("@jan de boer en @Noor.", [3, 4]),
        ("Mail naar noor@voorbeeld.nl", []),
        ("@@Noor", []),
        ("@Iemand die er niet is", []),
        ("@", []),
    ],
)
def test_the_longest_name_that_is_known_is_meant(text: str, meant: list[int]) -> None:
    assert [mention.person for mention in mentions(text, PEOPLE)] == meant


def test_a_mention_says_where_it_stands() -> None:
    text = "Dag @Jan de Boer!"
    (mention,) = mentions(text, PEOPLE)
    assert text[mention.start : mention.end] == "@Jan de Boer"


def test_every_beginning_of_a_name_is_looked_up() -> None:
    assert called("@Jan de Boer!") == {"jan", "jan de", "jan de boer"}


def test_a_long_text_of_signs_takes_no_time() -> None:
    assert list(mentions("@a" * 100_000 + "@" + "b" * 100_000, PEOPLE)) == []
