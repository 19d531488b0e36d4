"""An instrument that came from another program, and what of it stayed behind."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from leerkring.foundation.tables.collecting import refuse
from leerkring.foundation.tables.table import Table
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.formats.cell_texts import guarded, short
from leerkring.practice.scans.formats.found_scales import FoundScale
from leerkring.practice.scans.instrument_files import COLUMNS, LONGEST_COMPETENCE, read_instrument
from leerkring.practice.scans.instrument_words import LONGEST_END, OPTIONAL
from leerkring.practice.scans.instruments import Instrument
from leerkring.practice.scans.languages import OWN, code_in

NO_COMPETENCE = "zonder competentie"
USUAL_TARGET = 0.7  # of the way up the scale, as the built-in quickscan has it: 3.8 on 1..5
LONGEST_VERSION = 40


@dataclass(frozen=True)
class ImportedInstrument:
    """not_taken_over: Dutch sentences, each about something that the file had and this has not."""

    instrument: Instrument
    not_taken_over: tuple[str, ...] = ()


@dataclass(frozen=True)
class FoundItem:
    """One statement as a file has it. None where the file does not say.

    place   row in a sheet, or the number of the statement
    """

    place: int
    code: str
    dimension: Dimension | None
    statement: str
    scale: FoundScale
    competence: str | None = None
    reversed: bool | None = None
    target: str | None = None


def dimension_in(text: str) -> Dimension | None:
    """Ik, Wij or Wijk, when exactly one of these words stands in the text."""
    words = set(re.findall(r"\w+", text.casefold()))
    found = [dimension for dimension in Dimension if dimension.value in words]
    return found[0] if len(found) == 1 else None


def take_over(
    file: str,
    title: str,
    version: str,
    found: Sequence[FoundItem],
    notes: Iterable[str],
    *,
    language: str = OWN,
) -> ImportedInstrument:
    """The instrument of these statements: those about Ik, Wij or Wijk, on the scale of the first.

    `language` as the file calls it. Raises `BadTable` when nothing is left, or when what is left
    is no instrument.
    """
    said = list(notes)
    placed = [item for item in found if item.dimension is not None]
    for item in found:
        if item.dimension is None:
            said.append(f"{_named(item)}: hoort bij geen groep Ik, Wij of Wijk.")
    if not placed:
        raise refuse(file, "er is geen stelling over Ik, Wij of Wijk die we kunnen overnemen.")
    scale = placed[0].scale
    items = []
    for item in placed:
        if (item.scale.low, item.scale.high) == (scale.low, scale.high):
            items.append(item)
        else:
            other = f"{item.scale.low} tot {item.scale.high}"
            said.append(f"{_named(item)}: de schaal {other} is een andere dan van de rest.")
    ends, about_words = _words_beside(items)
    code = code_in(language)
    said += about_words
    if code is None:
        said.append(f"De taal «{short(language)}» kennen we niet. We schreven Nederlands.")
    target = f"{scale.low + USUAL_TARGET * (scale.high - scale.low):.1f}"
    said += _filled_in(items, target)
    rows = [(item.place, (*_cells(item, target), code or OWN, *ends)) for item in items]
    table = Table(
        file, (*COLUMNS, *OPTIONAL), [(place, tuple(map(guarded, cells))) for place, cells in rows]
    )
    instrument = read_instrument(
        table, name=title or None, version=version[:LONGEST_VERSION] or "1"
    )
    return ImportedInstrument(instrument, tuple(said))


def _words_beside(items: Sequence[FoundItem]) -> tuple[tuple[str, str], list[str]]:
    """The words at both ends, those of the first statement; and sentences about all others."""
    first = items[0].scale.ends
    low, high = (words if len(words) <= LONGEST_END else "" for words in first)
    others = dict.fromkeys(
        word
        for item in items
        for word in (*item.scale.ends, *item.scale.words)
        if word and word not in (low, high)
    )
    if not others:
        return (low, high), []
    listed = ", ".join(f"«{short(word)}»" for word in others)
    return (low, high), [f"De woorden bij de antwoorden: {listed}. Wij tonen daar de getallen."]


def _filled_in(items: Sequence[FoundItem], target: str) -> list[str]:
    """What we had to make up, because the file does not say it."""
    said = []
    if any(item.reversed is None for item in items):
        said.append("Welke stellingen omgekeerd tellen, staat er niet bij. We namen aan: geen.")
    if any(item.target is None for item in items):
        usual = target.replace(".", ",")
        said.append(f"Er staat geen doel in. We vulden {usual} in.")
    if any(item.competence is None for item in items):
        said.append(
            f"Niet overal staat een competentie. Daar schreven we «{NO_COMPETENCE}». Geef elke "
            "competentie een naam, anders tellen die stellingen samen als één."
        )
    return said


def _cells(item: FoundItem, target: str) -> tuple[str, ...]:
    assert item.dimension is not None
    return (
        item.code,
        item.dimension.label,
        (item.competence or NO_COMPETENCE)[:LONGEST_COMPETENCE],
        item.statement,
        "ja" if item.reversed else "nee",
        str(item.scale.low),
        str(item.scale.high),
        target if item.target is None else item.target,
    )


def _named(item: FoundItem) -> str:
    return f"Stelling {item.code} («{short(item.statement)}»)"
