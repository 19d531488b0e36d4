import pytest

from leerkring.foundation.tables.faults import BadTable
from leerkring.foundation.tables.reading import read_table

TEXT = "Team;Leden\nZuid  ;5\n\n  Café «Oost»;\t12 \n"
PLAIN = (("Zuid", "5"), ("Café «Oost»", "12"))


def faults_of(source, **how):
    with pytest.raises(BadTable) as caught:
        read_table(source, "teams.csv", **how)
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"],
)
def test_every_usual_encoding_gives_the_same_table(encoding):
    table = read_table(TEXT.encode(encoding), "teams.csv")
    assert table.header == ("Team", "Leden")
    assert tuple(cells for _, cells in table.rows) == PLAIN


def test_utf_16_big_endian_with_a_mark_is_read():
    assert read_table(b"\xfe\xff" + TEXT.encode("utf-16-be"), "x").rows[1][1] == PLAIN[1]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_delimiter_and_line_ending_is_recognised(sign, ending):
    lines = [sign.join(("Team", '"Wijk, buurt; of \t plek"')), sign.join(("Zuid", '"a, b; c"'))]
    table = read_table(ending.join(lines).encode(), "x")
    assert table.header == ("Team", "Wijk, buurt; of plek")
    assert table.rows == [(2, ("Zuid", "a, b; c"))]


def test_blank_lines_are_skipped_but_counted():
    assert [number for number, _ in read_table(TEXT.encode(), "x").rows] == [2, 4]


def test_a_record_over_two_lines_is_one_row_as_in_a_spreadsheet():
    table = read_table(b'team,zin\nA,"een\ntwee"\nB,drie\n', "x")
    assert table.rows == [(2, ("A", "een\ntwee")), (3, ("B", "drie"))]


def test_the_separator_line_of_excel_is_obeyed_and_not_counted():
    table = read_table(b"sep=;\r\nteam;zin\r\nA;een, twee, drie\r\n", "x")
    assert table.rows == [(2, ("A", "een, twee, drie"))]


def test_empty_columns_at_the_end_are_left_out():
    table = read_table(b"team,leden,,\nA,1,,\nB,2,,\n", "x")
    assert table.header == ("team", "leden")
    assert table.rows[1] == (3, ("B", "2"))


def test_a_file_of_200_mb_is_refused_without_being_read(tmp_path):
    path = tmp_path / "groot.csv"
    with path.open("wb") as file:
        file.truncate(200_000_000)  # a hole: nothing is stored, reading it would still take memory
    assert faults_of(path) == [
        "teams.csv: het bestand is 200 MB; we lezen er hoogstens 25 MB. Staat er meer in dan "
        "nodig? Haal dat eruit of splits het bestand."
    ]
    assert "hoogstens 0,5 MB" in faults_of(b"x" * 600_000, most_bytes=500_000)[0]


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"  \r\n\r\n ", b";;;\n;;;\n"])
def test_an_empty_file_is_said_to_be_empty(data):
    assert faults_of(data) == ["teams.csv: het bestand is leeg."]


def test_a_header_alone_is_refused():
    assert faults_of(b"team,leden\n") == ["teams.csv: er staat alleen een kopregel in, geen rijen."]


def test_rows_with_too_few_or_too_many_fields_are_named():
    few, many = faults_of(b"team,leden,wijk\nA,1\nB,2,x\nC,3,x,y\n")
    assert few.startswith("teams.csv, rij 2: deze rij heeft 2 velden, de kopregel heeft er 3.")
    assert many.startswith("teams.csv, rij 4: deze rij heeft 4 velden, de kopregel heeft er 3.")


def test_a_name_used_twice_in_the_header_is_a_fault_whatever_its_capitals():
    assert faults_of(b"team,leden,Team\nA,1,B\n") == [
        "teams.csv, rij 1, kolom Team: deze naam staat twee keer in de kopregel (kolom 1 en 3)."
    ]


def test_a_column_with_content_needs_a_name():
    assert faults_of(b"team,,leden\nA,x,1\n") == [
        "teams.csv, rij 1: kolom 2 heeft geen naam, maar wel inhoud."
    ]


def test_nul_bytes_are_refused():
    assert "rij 2: hier staat een NUL-teken" in faults_of(b"team,leden\nA\0B,1\n")[0]


def test_a_quote_that_is_never_closed_does_not_swallow_the_rest():
    assert faults_of(b'team,leden\nA,1\n"B,2\nC,3\n')[0].startswith(
        "teams.csv, rij 3: de aanhalingstekens kloppen niet"
    )


def test_damaged_utf_8_is_refused_rather_than_read_as_something_else():
    data = "team\ncafé één\nzoë\n".encode() + b"caf\xe9\n"
    assert faults_of(data)[0].startswith("teams.csv, rij 4: de tekens in deze rij zijn beschadigd")


def test_other_kinds_of_files_are_called_by_their_name():
    assert "PDF" in faults_of(b"%PDF-1.7")[0]
    assert "oud Excelbestand" in faults_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")[0]
    assert "webpagina" in faults_of(b"<!DOCTYPE html><table>")[0]


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    assert faults_of(tmp_path / "weg.csv") == ["teams.csv: dit bestand bestaat niet."]
    assert faults_of(tmp_path) == ["teams.csv: dit is een map, geen bestand."]


def test_after_fifty_faults_the_rest_is_counted():
    faults = faults_of(b"team,leden\n" + b"A\n" * 53)
    assert len(faults) == 51
    assert faults[-1] == "teams.csv: en nog 3 fouten."


def test_a_missing_column_is_named_with_those_that_are_there():
    table = read_table(b"Team,aantal\nA,1\n", "teams.csv")
    assert table.require("TEAM", "aantal") == (0, 1)
    assert table.column_index("leden") is None
    with pytest.raises(BadTable) as caught:
        table.require("team", "leden", "wijk")
    assert [str(fault) for fault in caught.value.faults] == [
        "teams.csv, kolom leden: deze kolom ontbreekt. Wel aanwezig: «Team», «aantal».",
        "teams.csv, kolom wijk: deze kolom ontbreekt. Wel aanwezig: «Team», «aantal».",
    ]
