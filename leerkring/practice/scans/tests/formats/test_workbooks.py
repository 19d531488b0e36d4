import io

import pytest
from openpyxl import Workbook, load_workbook

from leerkring.foundation.tables.faults import BadTable
from leerkring.practice.scans.formats.workbooks import (
    MOST_COLUMNS,
    Sheet,
    read_sheets,
    workbook_bytes,
)

BOOK = [Sheet("een", ("naam", "getal"), [("=1+1", 2.0), ("'=1", None)]), Sheet("Twee", ("a",), [])]


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_every_sheet_comes_back_as_it_was():
    sheets = read_sheets(workbook_bytes(BOOK), "x.xlsx")
    assert list(sheets) == ["een", "twee"]
    assert sheets["een"].header == ("naam", "getal")
    assert sheets["een"].rows == [(2, ("=1+1", "2")), (3, ("'=1", ""))]
    assert sheets["twee"].rows == []


def test_no_cell_is_a_formula():
    book = load_workbook(io.BytesIO(workbook_bytes(BOOK)))
    cells = [cell for sheet in book for row in sheet for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert book["een"]["A2"].value == "'=1+1"


def test_the_same_contents_are_the_same_bytes():
    assert workbook_bytes(BOOK) == workbook_bytes(BOOK)
    made = load_workbook(io.BytesIO(workbook_bytes(BOOK))).properties
    assert made.created.year == made.modified.year == 1980


@pytest.mark.parametrize("data", [b"", b"team,IK01\n", b"PK\x03\x04stuk"])
def test_what_is_no_workbook_is_refused(data):
    with pytest.raises(BadTable):
        read_sheets(data, "x.xlsx")


def test_a_second_sheet_that_is_endlessly_wide_is_refused():
    book = Workbook()
    book.active["A1"] = "type"
    book.create_sheet("breed").cell(1, MOST_COLUMNS + 1, "ver weg")
    with pytest.raises(BadTable, match="te veel in het blad «breed»"):
        read_sheets(saved(book), "x.xlsx")


def test_a_second_sheet_that_is_endlessly_long_is_refused():
    book = Workbook()
    book.active["A1"] = "type"
    book.create_sheet("lang").cell(900_000, 1, "ver weg")
    with pytest.raises(BadTable, match="te veel in het blad «lang»"):
        read_sheets(saved(book), "x.xlsx")
