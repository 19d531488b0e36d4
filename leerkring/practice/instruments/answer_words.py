"""What somebody who answers sees beside each step of the scale."""

from leerkring.practice.scans.formats.found_scales import answer_text
from leerkring.practice.scans.instruments import Instrument
from leerkring.practice.scans.languages import LANGUAGES, OWN

# Of an instrument in Dutch that brings no words of its own.
FIVE_STEPS = (
    "Helemaal niet mee eens",
    "Niet mee eens",
    "Niet eens, niet oneens",
    "Mee eens",
    "Helemaal mee eens",
)


def steps_of(instrument: Instrument) -> list[tuple[int, str]]:
    """(value as kept: 1..A, words) for each step, "weet ik niet" not among them."""
    own_words = any(instrument.ends) or instrument.language != OWN
    if not own_words and instrument.options == len(FIVE_STEPS):
        return list(enumerate(FIVE_STEPS, start=1))
    values = range(instrument.low, instrument.high + 1)
    return [(step, answer_text(instrument, value)) for step, value in enumerate(values, 1)]


def dont_know_in(instrument: Instrument) -> str:
    words = LANGUAGES[instrument.language].dont_know
    return f"{words[:1].upper()}{words[1:]}"
