"""A PDF that is read back: what people wrote in other writing stands in it, letter for letter."""

from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from leerkring.foundation.design.typesetting import compile_pdf

SHEET = Path(__file__).parent / "one_name.typ"


def read(text: str) -> str:
    pdf = compile_pdf(SHEET, {"name": text})
    return PdfReader(BytesIO(pdf)).pages[0].extract_text()


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


def test_emoji_without_a_form_and_chinese_are_said_to_be_left_out() -> None:
    assert "(…)" in read("你好") and "(akkoord)" in read("👍")
