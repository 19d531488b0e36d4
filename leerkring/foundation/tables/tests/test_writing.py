import csv
import io

import pytest

from leerkring.foundation.tables.reading import read_table
from leerkring.foundation.tables.writing import csv_text, neutral


@pytest.mark.parametrize(
    "text", ["=cmd()", "+31 10 123", "-x", "@SUM(A1)", "\t=1", "\r=1", "  =1+1", "＝1+1", "-3-2"]
)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text):
    assert neutral(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Zuid", "-3", "+4,5", "-0.25", "a=b", "../../x", "12%"])
def test_plain_numbers_and_other_texts_stay(text):
    assert neutral(text) == text


def test_for_machines_a_table_has_commas_points_and_no_mark():
    text = csv_text(("team", "n", "m"), [("=cmd()", 4, 2.5), ('a,"b"\nc', None, True)])
    assert text == 'team,n,m\n\'=cmd(),4,2.5\n"a,""b""\nc",,ja\n'
    assert list(csv.reader(io.StringIO(text)))[2] == ['a,"b"\nc', "", "ja"]


def test_for_excel_a_table_has_semicolons_commas_and_a_mark():
    text = csv_text(("team", "-kop"), [("Café", 2.5)], for_excel=True)
    assert text == "\ufeffteam;'-kop\nCafé;2,5\n"
    assert read_table(text.encode(), "x").rows == [(2, ("Café", "2,5"))]


def test_a_row_of_another_width_is_an_error_of_the_programmer():
    with pytest.raises(ValueError, match="a row of 1"):
        csv_text(("a", "b"), [("x",)])
