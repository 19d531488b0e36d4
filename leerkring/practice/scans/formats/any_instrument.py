"""An instrument out of whatever file holds one: ours, an XLSForm, or a LimeSurvey structure."""

from collections.abc import Iterator

from leerkring.foundation.tables.reading import read_table
from leerkring.foundation.tables.spreadsheets import looks_like_workbook
from leerkring.foundation.tables.table import Table
from leerkring.practice.scans.formats.cell_texts import short
from leerkring.practice.scans.formats.imported import ImportedInstrument
from leerkring.practice.scans.formats.limesurvey_reading import read_lss
from leerkring.practice.scans.formats.workbooks import read_sheets
from leerkring.practice.scans.formats.xlsform_reading import read_xlsform
from leerkring.practice.scans.instrument_files import COLUMNS, read_instrument
from leerkring.practice.scans.instrument_words import OPTIONAL

MOST_NAMED = 5


def read_any_instrument(data: bytes, name: str) -> ImportedInstrument:
    """What it is, is seen from the contents and never from the name.

    Raises `BadTable` with every fault.
    """
    if looks_like_workbook(data):
        sheets = read_sheets(data, name)
        if "survey" in sheets:
            return read_xlsform(sheets)
    elif data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return read_lss(data, name)
    table = read_table(data, name)
    return ImportedInstrument(read_instrument(table), tuple(_left_behind(table)))


def _left_behind(table: Table) -> Iterator[str]:
    """Columns that a table of ours does not have."""
    for place, title in enumerate(table.header):
        if title.casefold() not in (*COLUMNS, *OPTIONAL):
            rows = [str(row) for row, cells in table.rows if cells[place]]
            if rows:
                more = f" en nog {len(rows) - MOST_NAMED}" if len(rows) > MOST_NAMED else ""
                listed = ", ".join(rows[:MOST_NAMED])
                yield f"De kolom «{short(title)}» (rij {listed}{more}): die kennen we niet."
