import pytest

from leerkring.practice.pulses.masking import masked


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Sam de Vries zat naast Sam.", "▮▮▮ zat naast ▮▮▮."),
        ("Mail sam@voorbeeld.nl of bel 06-12345678", "Mail ▮▮▮ of bel ▮▮▮"),
        ("Meer tijd om te praten.", "Meer tijd om te praten."),
        ("", ""),
    ],
)
def test_traces_are_covered_whatever_their_length(text: str, seen: str) -> None:
    assert masked(text, {"Sam de Vries", "Sam"}) == seen
