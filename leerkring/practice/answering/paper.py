"""A paper form as somebody types it over: one sign an answer, spaces wherever one likes."""

from leerkring.practice.answering.sheets import blank, with_answer
from leerkring.practice.scans.answers import DONT_KNOW
from leerkring.practice.scans.instruments import Instrument

OPEN = "-"
UNSURE = "?"


class BadPaper(Exception):
    """What was typed is no form; the message says in Dutch what to look at."""


def read_paper(text: str, instrument: Instrument) -> bytes:
    """One byte an item from what was typed: the figure on the form, `?` for "weet ik niet", `-` for
    left open. On a scale beyond 9 the answers are set apart with spaces or commas.

    Raises BadPaper.
    """
    signs = _signs(text, instrument)
    items = len(instrument.items)
    if len(signs) != items:
        raise BadPaper(f"Er horen {items} antwoorden te staan; dit zijn er {len(signs)}.")
    sheet = blank(instrument)
    for place, sign in enumerate(signs):
        if sign != OPEN:
            sheet = with_answer(sheet, instrument, place, _value(sign, place, instrument))
    if sheet == blank(instrument):
        raise BadPaper("Op dit formulier staat geen enkel antwoord.")
    return sheet


def _signs(text: str, instrument: Instrument) -> list[str]:
    apart = text.replace(",", " ").split()
    return apart if instrument.high > 9 else list("".join(apart))


def _value(sign: str, place: int, instrument: Instrument) -> int:
    if sign == UNSURE:
        return DONT_KNOW
    low, high = instrument.low, instrument.high
    if not (sign.isascii() and sign.isdigit()) or not low <= int(sign) <= high:
        raise BadPaper(
            f"Bij stelling {place + 1} staat «{sign[:9]}». Dat kan {low} tot en met {high} zijn, "
            f"{UNSURE} voor weet ik niet of {OPEN} voor niet ingevuld."
        )
    return int(sign) - low + 1
