"""What somebody who answers sees beside each step of the scale."""

from leerkring.practice.scans.instruments import Instrument
from leerkring.practice.scans.languages import LANGUAGES, OWN

# Of an instrument in Dutch that brings no words of its own: all of them for five steps, and the
# two ends for a longer or a shorter scale.
FIVE_STEPS = (
    "Helemaal niet mee eens",
    "Niet mee eens",
    "Niet eens, niet oneens",
    "Mee eens",
    "Helemaal mee eens",
)


def figures_of(instrument: Instrument) -> list[tuple[int, str]]:
    """(value as answered: low..high, words beside it or "") for each step of the scale."""
    values = range(instrument.low, instrument.high + 1)
    own_words = any(instrument.ends) or instrument.language != OWN
    if not own_words and instrument.options == len(FIVE_STEPS):
        return list(zip(values, FIVE_STEPS, strict=True))
    first, last = instrument.ends if own_words else (FIVE_STEPS[0].lower(), FIVE_STEPS[-1].lower())
    words = {instrument.low: first, instrument.high: last}
    return [(value, words.get(value, "")) for value in values]


def steps_of(instrument: Instrument) -> list[tuple[int, str]]:
    """(value as kept: 1..A, words) for each step, "weet ik niet" not among them.

    A step stands there by its words alone only where each step has some.
    """
    figures = figures_of(instrument)
    if all(words for _, words in figures) and len(figures) == len(FIVE_STEPS):
        return [(step, words) for step, (_, words) in enumerate(figures, 1)]
    return [
        (step, f"{value} – {words}" if words else str(value))
        for step, (value, words) in enumerate(figures, 1)
    ]


def dont_know_in(instrument: Instrument) -> str:
    words = LANGUAGES[instrument.language].dont_know
    return f"{words[:1].upper()}{words[1:]}"
