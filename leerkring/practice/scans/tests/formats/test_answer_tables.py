import io

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from leerkring.foundation.tables.reading import read_table
from leerkring.practice.scans.answer_files import read_answers
from leerkring.practice.scans.answers import Answers
from leerkring.practice.scans.formats.answer_tables import (
    in_random_order,
    write_answers_csv,
    write_answers_xlsx,
    write_limesurvey_csv,
)
from leerkring.practice.scans.formats.codebook import CODEBOOK, write_codebook
from leerkring.practice.scans.instrument_files import built_in
from leerkring.practice.scans.tests.formats.some_instruments import instruments, sorted_rows

TEAMS = ("Noord & Oost", 'Team "Zuid", West', "overige teams")


@st.composite
def answered(draw):
    """An instrument and answers to it; everyone answered something."""
    asked = draw(instruments())
    value = st.sampled_from([0, 255, *range(1, asked.options + 1)])
    row = st.lists(value, min_size=len(asked.items), max_size=len(asked.items)).filter(any)
    rows = draw(st.lists(row, min_size=1, max_size=6))
    team = draw(st.lists(st.integers(0, 2), min_size=len(rows), max_size=len(rows)))
    return asked, Answers(TEAMS, np.array(team), np.array(rows, dtype=np.uint8))


def read_back(data, asked):
    return read_answers(read_table(data, "uit"), asked, TEAMS).answers


@settings(max_examples=10, deadline=None)
@given(answered())
def test_every_form_of_answers_is_read_back_exactly(given_):
    asked, answers = given_
    said = sorted_rows(TEAMS, answers.team, answers.values)
    for data in (
        write_answers_csv(answers, asked).encode(),
        write_answers_csv(answers, asked, for_excel=True).encode(),
        write_answers_xlsx(answers, asked, ("Alleen voor dit onderzoek.",)),
        write_limesurvey_csv(answers, asked).encode(),
    ):
        back = read_back(data, asked)
        assert sorted_rows(TEAMS, back.team, back.values) == said


def test_limesurvey_columns_know_nobody():
    asked = built_in()
    values = np.full((3, 36), 4, dtype=np.uint8)
    text = write_limesurvey_csv(Answers(TEAMS, np.array([1, 0, 1]), values), asked)
    lines = text.splitlines()
    assert lines[0].startswith("\ufeffid,submitdate,lastpage,startlanguage,seed,team,G1[IK01]")
    assert "G2[WIJ01]" in lines[0]
    known = {tuple(line.split(",")[1:5]) for line in (lines[2], lines[2])}
    assert known == {("1980-01-01 00:00:00", "4", "nl", "0")}
    assert [line.split(",")[0] for line in lines[1:]] == ["1", "2", "3"]
    assert lines[2].endswith("A4")


def test_a_random_order_keeps_every_row():
    values = np.arange(1, 201, dtype=np.uint8).reshape(200, 1)
    answers = Answers(("a", "b"), np.arange(200) % 2, values)
    mixed = in_random_order(answers, np.random.default_rng(3))
    assert mixed.values.tolist() != answers.values.tolist()
    assert sorted_rows(("a", "b"), mixed.team, mixed.values) == sorted_rows(
        ("a", "b"), answers.team, answers.values
    )


def test_the_workbook_explains_itself():
    asked = built_in()
    answers = Answers(("=cmd()",), np.zeros(1, dtype=int), np.ones((1, 36), dtype=np.uint8))
    data = write_answers_xlsx(answers, asked, ("Niet doorgeven.",))
    book = load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["antwoorden", "codeboek", "voorwaarden"]
    assert book["antwoorden"]["A2"].value == "'=cmd()"
    assert book["codeboek"].max_row == 38
    assert book["voorwaarden"]["A2"].value == "Niet doorgeven."


def test_the_codebook_has_a_row_per_column():
    table = read_table(write_codebook(built_in()).encode(), "codeboek.csv")
    assert table.header == CODEBOOK
    assert [cells[0] for _, cells in table.rows] == ["team", *built_in().codes]
    assert table.rows[3][1][4] == "ja"
    assert "WN = weet ik niet; leeg = niet beantwoord" in table.rows[1][1][8]
