"""The first sheet of a workbook (XLSX) as rows of text, guarded against bombs."""

import datetime as dt
import io
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from defusedxml.ElementTree import iterparse
from openpyxl import load_workbook

from leerkring.foundation.tables.collecting import FaultList, refuse
from leerkring.foundation.tables.faults import BadTable

Cells = tuple[str, ...]

MOST_UNPACKED = 250_000_000
MOST_CELLS = 10_000_000
LAST_ROW = 1_048_576  # of any Excel sheet
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ERRORS = frozenset({"#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NULL!", "#NUM!"})
_UNSAVED = (
    "is een formule waarvan de uitkomst niet in het bestand staat. Open het in Excel en sla het "
    "opnieuw op, of plak de waarden."
)
_BROKEN = "het Excelbestand is beschadigd. Open het in Excel en sla het opnieuw op."


@dataclass(frozen=True)
class Book:
    """The rows of the first sheet, and what the reader should be told about the workbook."""

    rows: list[tuple[int, Cells]]
    notes: tuple[str, ...]


def looks_like_workbook(data: bytes) -> bool:
    """Whether the file is a zip; which kind of zip is for `read_workbook` to say."""
    return data.startswith(b"PK\x03\x04")


def read_workbook(data: bytes, name: str, *, most_rows: int, most_columns: int) -> Book:
    """Numbered rows of the first sheet; numbers and dates as text (3.0 → "3", a day → 2026-03-01).

    A formula counts for the result that was saved with it. Raises `BadTable` for a formula without
    one, for an error value such as #N/A, for a file that unpacks beyond `MOST_UNPACKED` bytes or
    reaches beyond `most_rows`, `most_columns` or `MOST_CELLS`, and for what is no workbook at all.
    """
    try:
        _check_zip(data, name)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styling that we do not read
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            if not book.worksheets:
                raise refuse(name, "er staat geen werkblad in.")
            sheet = book.worksheets[0]
            sheet.reset_dimensions()  # what a file says about its own size is often wrong
            faults = FaultList(name)
            _find_unsaved_formulas(data, sheet._worksheet_path, faults)
            found = sheet.iter_rows(values_only=True)
            rows = list(_rows(found, faults, most_rows, most_columns))
        others = len(book.worksheets) - 1
    except BadTable:
        raise
    except Exception as error:  # a broken workbook makes its reader fail in any way at all
        raise refuse(name, _BROKEN) from error
    faults.raise_if_any()
    if not others:
        return Book(rows, ())
    rest = "1 ander blad is" if others == 1 else f"{others} andere bladen zijn"
    only = f"we lezen alleen het eerste blad, «{sheet.title}»; {rest} overgeslagen."
    return Book(rows, (f"{name}: {only}",))


def _check_zip(data: bytes, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {part.filename for part in archive.infolist()}
        # zipfile never unpacks more than the size a part claims, so the claims can be trusted
        unpacked = sum(part.file_size for part in archive.infolist())
        locked = any(part.flag_bits & 1 for part in archive.infolist())
    if locked:
        raise refuse(name, "het bestand heeft een wachtwoord. Sla het zonder wachtwoord op.")
    if "[Content_Types].xml" not in parts or not any(part.startswith("xl/") for part in parts):
        raise refuse(name, "dit is geen Excelbestand (XLSX). Sla de tabel op als XLSX of CSV.")
    if unpacked > MOST_UNPACKED:
        raise refuse(name, "het Excelbestand is uitgepakt veel te groot. Sla het op als CSV.")


def _find_unsaved_formulas(data: bytes, path: str, faults: FaultList) -> None:
    """A program that computes nothing saves formulas without results: those cells say nothing."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if b"<f" not in archive.read(path):
            return
        with archive.open(path) as source:
            for _, element in iterparse(source):
                if element.tag == f"{_MAIN}c" and element.find(f"{_MAIN}f") is not None:
                    result = element.findtext(f"{_MAIN}v")
                    if not result and element.get("t") != "str":  # "" is a result of type str
                        cell = element.get("r", "")
                        faults.add(_row_of(cell), None, f"cel {cell} {_UNSAVED}")
                elif element.tag == f"{_MAIN}row":
                    element.clear()


def _row_of(coordinate: str) -> int | None:
    digits = coordinate.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return int(digits) if digits.isdigit() else None


def _rows(
    found: Iterator[tuple[Any, ...]], faults: FaultList, most_rows: int, most_columns: int
) -> Iterator[tuple[int, Cells]]:
    filled = cells = 0
    for number, values in enumerate(found, start=1):
        cells += len(values)
        if number > LAST_ROW or filled > most_rows or cells > MOST_CELLS:
            raise refuse(
                faults.file, f"er staat te veel in het blad (hoogstens {most_rows} rijen)."
            )
        if len(values) > most_columns:
            raise refuse(faults.file, f"er zijn meer dan {most_columns} kolommen.", row=number)
        row = tuple(["" if value is None else _text(value) for value in values])
        if not any(row):
            continue
        filled += 1
        if not _ERRORS.isdisjoint(row):
            wrong = next(cell for cell in row if cell in _ERRORS)
            place = f"cel {_letters(row.index(wrong) + 1)}{number}"
            faults.add(number, None, f"{place} geeft de fout {wrong}. Herstel de formule.")
        yield number, row


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.15g}"  # as Excel shows it
    if isinstance(value, dt.datetime):
        whole_day = value.time() == dt.time()
        return value.date().isoformat() if whole_day else value.isoformat(" ", "seconds")
    return str(value)
