"""A PDF that is read back: what people wrote in other writing, and with emoji, stands in it."""

from io import BytesIO
from pathlib import Path
from random import Random

from pypdf import PdfReader

from leerkring.foundation.design.font_sources import emoji_signs
from leerkring.foundation.design.typesetting import compile_pdf

SHEET = Path(__file__).parent / "one_name.typ"
FLAG_LETTERS = frozenset(range(0x1F1E6, 0x1F200))  # two of them are one flag
TONES = frozenset(range(0x1F3FB, 0x1F400))  # of skin: they belong to the emoji before them


def read(text: str) -> str:
    pdf = compile_pdf(SHEET, {"name": text})
    return "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def letters(text: str) -> list[str]:
    """Without the order: what runs from right to left is read back as it is drawn."""
    return sorted(sign for sign in text if sign.isalpha())


def test_arabic_and_hebrew_names_stand_in_the_pdf_letter_for_letter() -> None:
    for name in ("محمد علي", "שלום כהן", "פאטמה فاطمة en Şahin"):
        assert letters(read(name)) == letters(name)


def test_they_are_drawn_in_the_font_that_has_them() -> None:
    pages = PdfReader(BytesIO(compile_pdf(SHEET, {"name": "محمد en Anna"}))).pages
    fonts = {
        str(font.get_object()["/BaseFont"]) for font in pages[0]["/Resources"]["/Font"].values()
    }
    assert any("LeerkringOther" in font for font in fonts)
    assert any("LeerkringSerif" in font for font in fonts)


def test_every_emoji_stands_in_the_pdf_and_can_be_read_back() -> None:
    every = "".join(map(chr, sorted(emoji_signs() - FLAG_LETTERS - TONES)))
    assert set(every) <= set(read(every))


def test_emoji_of_several_signs_are_one_and_strange_joins_stop_no_pdf() -> None:
    found = read("gezin 👨‍👩‍👧, arts 👩🏾‍⚕️, hart ❤️ en vlag 🇳🇱")
    assert all(sign in found for sign in ("👨‍👩‍👧", "👩🏾‍⚕️", "❤️", "🇳🇱"))
    parts = (
        "👍",
        "🏽",
        "\u200d",
        "\ufe0f",
        "\u20e3",
        "🇳",
        "1",
        "a",
        "م",
        "\u05b0",
        "❤",
        "\U000e0067",
        " ",
    )
    chance = Random(5)
    strange = ["".join(chance.choices(parts, k=6)) for _ in range(300)]
    assert read("\n".join(strange))


def test_chinese_is_said_to_be_left_out() -> None:
    assert "(…)" in read("你好")
