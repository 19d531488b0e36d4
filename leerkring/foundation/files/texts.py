"""Texts: plain, comma separated, subtitles. Kept as UTF-8, whatever they came in."""

import codecs
import re

from leerkring.foundation.files.kinds import CSV, TXT, VTT, Kind, Refused

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
MARKUP = re.compile(r"<\s*(script|svg|html|iframe|object|embed|!doctype)\b", re.IGNORECASE)
# A spreadsheet carries out what begins with =; and with @, + and - when a call follows.
FORMULA = re.compile(r"""(?:^|[,;\t])["']?\s*(?:=|@|[+-][A-Za-z]+[(|])""")
WORDS_NOT_TEXT = (
    "Dit soort bestand nemen we niet aan. Kies een pdf, een afbeelding (JPEG, PNG, WebP, GIF), "
    "een document (docx, xlsx, pptx, odt), tekst (txt, csv, vtt) of een film (mp4)."
)


def clean_text(data: bytes, name: str) -> tuple[Kind, bytes]:
    """What sort of text this is, and the text in UTF-8. Raises Refused.

    The name only chooses between text and comma separated: the same bytes can be both.
    """
    text = _decoded(data)
    if NOT_TEXT.search(text):
        raise Refused(WORDS_NOT_TEXT)
    if MARKUP.search(text[:2000]):
        raise Refused(
            "In deze tekst staat HTML of SVG; dat nemen we niet aan. Bewaar de tekst als pdf."
        )
    kind = TXT
    if text.startswith("WEBVTT"):
        kind = VTT
    elif name.lower().endswith(".csv"):
        kind = CSV
        _refuse_formulas(text)
    return kind, text.encode()


def _decoded(data: bytes) -> str:
    coding = next((coding for bom, coding in BOMS if data.startswith(bom)), "utf-8")
    try:
        return data.decode(coding)
    except UnicodeDecodeError as fault:
        if coding != "utf-8" or b"\x00" in data:
            raise Refused(WORDS_NOT_TEXT) from fault
    try:
        return data.decode("cp1252")  # what a Dutch Windows writes
    except UnicodeDecodeError as fault:
        raise Refused(WORDS_NOT_TEXT) from fault


def _refuse_formulas(text: str) -> None:
    for number, line in enumerate(text.splitlines(), 1):
        if FORMULA.search(line):
            raise Refused(
                f"Regel {number}: een cel die met = of @ begint, voert een rekenprogramma uit. "
                "Zet er een woord voor, of bewaar het bestand als xlsx of pdf."
            )
