"""Paper forms as they are typed over: read, counted, and kept without a person."""

import pytest

from leerkring.practice.answering.paper import BadPaper, read_paper
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instruments import Instrument, Item


def asked(low: int, high: int, items: int = 4) -> Instrument:
    rows = tuple(
        Item(f"IK{n:02}", Dimension.SELF, "contact", f"Stelling {n}.", False)
        for n in range(1, items + 1)
    )
    return Instrument("Proef", "1", rows, low, high, {Dimension.SELF: 3.5})


@pytest.mark.parametrize("text", ["1?-5", " 1? -5\n", "1 ? - 5", "1,?,-,5"])
def test_one_sign_an_answer_with_spaces_wherever_one_likes(text: str) -> None:
    assert read_paper(text, asked(1, 5)) == bytes([1, 255, 0, 5])


def test_a_scale_from_nought_is_kept_from_one() -> None:
    assert read_paper("0344", asked(0, 4)) == bytes([1, 4, 5, 5])


def test_answers_beyond_nine_are_set_apart() -> None:
    assert read_paper("10 1 ? 9", asked(1, 10)) == bytes([10, 1, 255, 9])
    with pytest.raises(BadPaper, match=r"dit zijn er 1\."):
        read_paper("101?9", asked(1, 10))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("123", r"Er horen 4 antwoorden te staan; dit zijn er 3\."),
        ("12345", r"dit zijn er 5\."),
        ("1263", r"Bij stelling 3 staat «6»\. Dat kan 1 tot en met 5 zijn"),
        ("12x3", "Bij stelling 3 staat «x»"),
        ("12²3", "Bij stelling 3 staat «²»"),
        ("----", "geen enkel antwoord"),
        ("", r"dit zijn er 0\."),
    ],
)
def test_what_is_no_form_says_what_to_look_at(text: str, fault: str) -> None:
    with pytest.raises(BadPaper, match=fault):
        read_paper(text, asked(1, 5))
