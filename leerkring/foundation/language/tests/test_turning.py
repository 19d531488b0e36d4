"""No sign turns a line around for who reads it."""

import unicodedata

import pytest

from leerkring.foundation.language.turning import one_line, without_turning

# Annex 9 of the Unicode Standard, table 4: the explicit formatting of these classes.
EXPLICIT = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}


def test_every_sign_that_turns_a_text_goes_and_no_other() -> None:
    everything = "".join(chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    kept = without_turning(everything)
    gone = set(everything) - set(kept)
    assert gone == {sign for sign in everything if unicodedata.bidirectional(sign) in EXPLICIT}


@pytest.mark.parametrize("text", ["Fatima ‎فاطمة", "een\nregel", "", "café"])
def test_what_turns_nothing_stays_as_it_is(text: str) -> None:
    assert without_turning(text) == text


def test_a_line_has_single_spaces() -> None:
    assert one_line(" a\u202eb \t\n c\u2069 ") == "ab c"
