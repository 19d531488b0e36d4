"""What an instrument's file says once for all its statements: the language, the words at the ends.

These columns may be left out; where they are there, every row says the same.
"""

from leerkring.foundation.tables.cells import tidy
from leerkring.foundation.tables.collecting import FaultList
from leerkring.foundation.tables.table import Table
from leerkring.practice.scans.formats.cell_texts import unguarded
from leerkring.practice.scans.instruments import Instrument
from leerkring.practice.scans.languages import LANGUAGES, OWN

LANGUAGE, AT_LOW, AT_HIGH = "taal", "bij laag", "bij hoog"
OPTIONAL = (LANGUAGE, AT_LOW, AT_HIGH)
LONGEST_END = 60


def columns_of(instrument: Instrument) -> dict[str, str]:
    """Column and text of what differs from the usual; nothing for plain Dutch without words."""
    low, high = instrument.ends
    usual = {LANGUAGE: OWN, AT_LOW: "", AT_HIGH: ""}
    said = {LANGUAGE: instrument.language, AT_LOW: low, AT_HIGH: high}
    return {column: text for column, text in said.items() if text != usual[column]}


def read_words(table: Table, faults: FaultList) -> tuple[str, tuple[str, str]]:
    """The language and the words at both ends; what is wrong with them goes into `faults`."""
    said = {column: _one_text(table, column, faults) for column in OPTIONAL}
    row = table.rows[0][0] if table.rows else None
    language = said[LANGUAGE].casefold() or OWN
    if language not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        message = f"«{language[:40]}» is geen taal die we kennen: {known}."
        faults.add(row, LANGUAGE, message)
    for column in (AT_LOW, AT_HIGH):
        if len(said[column]) > LONGEST_END:
            message = f"de woorden zijn te lang; schrijf hoogstens {LONGEST_END} tekens."
            faults.add(row, column, message)
    return language, (said[AT_LOW], said[AT_HIGH])


def _one_text(table: Table, column: str, faults: FaultList) -> str:
    place = table.column_index(column)
    if place is None:
        return ""
    texts = [(row, tidy(unguarded(cells[place]))) for row, cells in table.rows]
    first = texts[0][1] if texts else ""
    for row, text in texts:
        if text != first:
            message = f"hier staat «{text[:40]}», in de eerste rij «{first[:40]}»."
            faults.add(row, column, f"{message} Schrijf overal hetzelfde.")
    return first
