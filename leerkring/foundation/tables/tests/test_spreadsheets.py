import datetime as dt
import io
import zipfile

import pytest
from openpyxl import Workbook

from leerkring.foundation.tables import spreadsheets
from leerkring.foundation.tables.faults import BadTable
from leerkring.foundation.tables.reading import read_table


def workbook(*rows, more_sheets=()):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for title in more_sheets:
        book.create_sheet(title).append(["niet", "lezen"])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def with_part(data, path, change):
    """The same workbook with one of its parts rewritten."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for part in old.namelist():
            content = old.read(part)
            new.writestr(part, change(content) if part == path else content)
    return file.getvalue()


def faults_of(data):
    with pytest.raises(BadTable) as caught:
        read_table(data, "antwoorden.xlsx")
    return [str(fault) for fault in caught.value.faults]


def test_numbers_and_dates_become_plain_text():
    day, moment = dt.date(2026, 3, 1), dt.datetime.fromisoformat("2026-03-01T09:30")
    data = workbook(
        ["team", "a", "b", "c", "d", "e", "f", "g"],
        [" Zuid ", 3.0, 4, 0.1 + 0.2, day, moment, dt.time(9, 5), True],
    )
    table = read_table(data, "x.xlsx")
    assert table.rows == [
        (2, ("Zuid", "3", "4", "0.3", "2026-03-01", "2026-03-01 09:30:00", "09:05:00", "ja"))
    ]
    assert table.notes == ()


def test_blank_rows_count_and_short_rows_are_filled():
    table = read_table(workbook(["team", "leden", "wijk"], [], ["A", 4], [], ["B", None, "C"]), "x")
    assert table.rows == [(3, ("A", "4", "")), (5, ("B", "", "C"))]


def test_only_the_first_sheet_is_read_and_that_is_said():
    table = read_table(workbook(["team"], ["A"], more_sheets=["uitleg", "oud"]), "t.xlsx")
    assert [cells for _, cells in table.rows] == [("A",)]
    assert table.notes == (
        "t.xlsx: we lezen alleen het eerste blad, «Sheet»; 2 andere bladen zijn overgeslagen.",
    )


def test_a_formula_without_a_saved_result_is_named_by_its_cell():
    faults = faults_of(workbook(["team", "IK01"], ["A", 3], ["B", "=B2+1"], ["C", "=1+1"]))
    assert len(faults) == 2
    assert faults[0].startswith("antwoorden.xlsx, rij 3: cel B3 is een formule waarvan de uitkomst")


def test_a_formula_counts_for_the_result_saved_with_it():
    def result(xml):
        xml = xml.replace(b"<f>B2+1</f><v />", b"<f>B2+1</f><v>4</v>")
        return xml.replace(b"<f>B2+1</f><v></v>", b"<f>B2+1</f><v>4</v>")

    data = workbook(["team", "IK01"], ["A", 3], ["B", "=B2+1"])
    table = read_table(with_part(data, "xl/worksheets/sheet1.xml", result), "x")
    assert table.rows[1] == (3, ("B", "4"))


def test_an_error_in_a_cell_is_named():
    assert faults_of(workbook(["team", "IK01"], ["A", "#N/A"])) == [
        "antwoorden.xlsx, rij 2: cel B2 geeft de fout #N/A. Herstel de formule."
    ]


def test_a_zip_bomb_is_refused_before_it_is_unpacked(monkeypatch):
    data = with_part(workbook(["team"], ["A"]), "xl/theme/theme1.xml", lambda _: b" " * 2_000_000)
    assert read_table(data, "x").rows == [(2, ("A",))]
    monkeypatch.setattr(spreadsheets, "MOST_UNPACKED", 1_000_000)
    assert "uitgepakt veel te groot" in faults_of(data)[0]


def test_entities_that_multiply_are_refused():
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'

    def poison(xml):
        start = xml.index(b"<worksheet")
        return xml[:start] + bomb + xml[start:]

    data = with_part(workbook(["team"], ["A"]), "xl/worksheets/sheet1.xml", poison)
    assert "beschadigd" in faults_of(data)[0]


@pytest.mark.parametrize(
    ("cell", "words"), [(b"ZZZ2", "meer dan 2000 kolommen"), (b"A99999999", "te veel in het blad")]
)
def test_a_cell_far_away_does_not_take_all_memory(cell, words):
    def move(xml):
        row = b'<row r="' + cell.lstrip(b"AZ") + b'"'
        return xml.replace(b'r="A2"', b'r="' + cell + b'"').replace(b'<row r="2"', row)

    data = with_part(workbook(["team"], ["A"]), "xl/worksheets/sheet1.xml", move)
    assert words in faults_of(data)[0]


def test_what_is_not_a_workbook_is_refused():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert "geen Excelbestand" in faults_of(file.getvalue())[0]
    assert "beschadigd" in faults_of(workbook(["team"], ["A"])[:400])[0]


def test_a_team_named_as_a_formula_is_a_formula_in_a_workbook():
    assert "cel A2 is een formule" in faults_of(workbook(["team", "leden"], ["=cmd()", 4]))[0]
