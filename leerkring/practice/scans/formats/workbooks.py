"""Workbooks with several sheets: written the same for the same contents, read with care."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from openpyxl import Workbook, load_workbook

from leerkring.foundation.tables.collecting import refuse
from leerkring.foundation.tables.spreadsheets import looks_like_workbook, read_workbook
from leerkring.foundation.tables.table import Table
from leerkring.foundation.tables.writing import Value
from leerkring.practice.scans.formats.cell_texts import guarded, unguarded

MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_BYTES = 25_000_000
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip knows
_MOMENTS = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


@dataclass(frozen=True)
class Sheet:
    """A title of at most 31 signs, a header, and rows as wide as that."""

    title: str
    header: Sequence[str]
    rows: Iterable[Sequence[Value]]


def workbook_bytes(sheets: Sequence[Sheet]) -> bytes:
    """An XLSX of these sheets. No cell can be taken for a formula; no moment stands in it."""
    book = Workbook(write_only=True)
    for sheet in sheets:
        page = book.create_sheet(sheet.title)
        page.append([guarded(title) for title in sheet.header])
        for row in sheet.rows:
            page.append([_cell(value) for value in row])
    out = io.BytesIO()
    book.save(out)
    return _without_moments(out.getvalue())


def read_sheets(data: bytes, name: str) -> dict[str, Table]:
    """Every sheet of an XLSX by its title in small letters, guards taken off.

    Raises `BadTable` for what is no workbook, for bombs, and for a sheet beyond `MOST_ROWS` or
    `MOST_COLUMNS`.
    """
    if len(data) > MOST_BYTES:
        raise refuse(name, f"het bestand is groter dan {MOST_BYTES // 10**6} MB.")
    if not looks_like_workbook(data):
        raise refuse(name, "dit is geen Excelbestand (XLSX).")
    read_workbook(data, name, most_rows=MOST_ROWS, most_columns=MOST_COLUMNS)  # its guards
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styling that we do not read
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        found = {}
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            rows = list(islice(sheet.iter_rows(values_only=True), MOST_ROWS + 1))
            if len(rows) > MOST_ROWS or any(len(row) > MOST_COLUMNS for row in rows):
                raise refuse(name, f"er staat te veel in het blad «{sheet.title}».")
            title = sheet.title.strip().casefold()
            found[title] = _table(f"{name}, blad {sheet.title}", rows)
    return found


def _cell(value: Value) -> Value:
    if isinstance(value, str):
        return guarded(value)
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return value


def _without_moments(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == "docProps/core.xml":
                content = _MOMENTS.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            entry = zipfile.ZipInfo(part.filename, _LONG_AGO)
            new.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _table(name: str, rows: Sequence[Sequence[object]]) -> Table:
    """The first row that says something is the header; shorter rows are filled up."""
    texts = [(number, tuple(map(_text, row))) for number, row in enumerate(rows, 1)]
    filled = [(number, cells) for number, cells in texts if any(cells)]
    header = filled[0][1] if filled else ()
    width = len(header)
    body = [(number, (*cells, *[""] * width)[:width]) for number, cells in filled[1:]]
    return Table(name, header, body)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return unguarded(str(value).strip())
