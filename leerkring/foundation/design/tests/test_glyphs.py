"""Text made printable."""

import pytest

from leerkring.foundation.design.glyphs import LONGEST_WORD, printable, printable_signs


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Goed gedaan 👍", "Goed gedaan 👍"),
        ("👍👍🏽👍 prima", "👍👍🏽👍 prima"),
        ("Blij 😊!", "Blij 😊!"),
        ("afgevinkt ✓, warm ❤️", "afgevinkt ✔, warm ❤️"),
        ("stap 1️⃣ en a\ufe0f\u200d👍", "stap 1 en a👍"),
        ("hoofdstuk ☆, 🫩", "hoofdstuk (…), (…)"),
        ("van hier → daar", "van hier › daar"),
        ("gezin 👨‍👩‍👧 en co 🇳🇱", "gezin 👨‍👩‍👧 en co 🇳🇱"),
        ("Nguyễn en Şahin", "Nguyen en Şahin"),
        ("welkom مرحبا بكم allemaal", "welkom مرحبا بكم allemaal"),
        ("שָׁלוֹם עֲלֵיכֶם", "שָׁלוֹם עֲלֵיכֶם"),
        ("welkom 你好 大家 allemaal", "welkom (…) allemaal"),
        ("veilig\u202eneeuws\u2066", "veiligneeuws"),
        ("nul\x00 bel\x07", "nul bel"),
        ("café, zeeën, één", "café, zeeën, één"),
    ],
)
def test_every_text_becomes_printable_and_keeps_its_words(written: str, printed: str) -> None:
    assert printable(written) == printed


def test_a_decomposed_accent_is_composed() -> None:
    assert printable("e\u0301e\u0301n") == "één"


def test_a_very_long_word_gets_places_to_break_and_a_long_compound_does_not() -> None:
    assert "\u00ad" in printable("a" * (LONGEST_WORD + 1))
    assert printable("jeugdgezondheidszorg") == "jeugdgezondheidszorg"
    assert printable("a" * 90).replace("\u00ad", "") == "a" * 90
    assert printable("👍🏽" * 40) == "👍🏽" * 40


def test_only_soft_hyphens_are_added_to_what_fonts_have() -> None:
    everything = "".join(chr(c) for c in (*range(0x20, 0x3000), *range(0x1F300, 0x1F700)))
    assert {ord(char) for char in printable(everything)} - {0xAD} <= printable_signs()


def test_words_of_signs_that_no_font_has_leave_a_mark_and_blanks_leave_nothing() -> None:
    assert printable("♪♪") == "(…)"
    assert printable("队").strip() == "(…)"
    assert printable("\t").strip() == ""
