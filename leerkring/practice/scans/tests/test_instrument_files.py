import pytest
from hypothesis import given, settings

from leerkring.foundation.tables.faults import BadTable
from leerkring.foundation.tables.reading import read_table
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instrument_files import (
    built_in,
    read_instrument,
    write_instrument,
)
from leerkring.practice.scans.tests.formats.some_instruments import instruments

GOOD = (
    "A1,Ik,contact,Ik luister.,nee,1,5,3.8",
    'A2,wij,leren,"Wij zwijgen, vaak.",ja,1,5,"3,5"',
    "A3,WIJK,kennis,Wij kennen de wijk.,nee,1,5,3.6",
)


def instrument_of(*lines):
    text = "code,dimensie,competentie,stelling,omgekeerd,laag,hoog,doel\n" + "\n".join(lines)
    return read_instrument(read_table(text.encode(), "eigen.csv"))


def faults_of(*lines):
    with pytest.raises(BadTable) as caught:
        instrument_of(*lines)
    return [str(fault) for fault in caught.value.faults]


def test_an_instrument_is_read_from_a_file():
    instrument = instrument_of(*GOOD)
    assert instrument.name == "eigen"
    assert instrument.codes == ("A1", "A2", "A3")
    assert (instrument.low, instrument.high, instrument.options) == (1, 5, 5)
    assert [item.reversed for item in instrument.items] == [False, True, False]
    assert instrument.items[1].statement == "Wij zwijgen, vaak."
    assert instrument.targets == {
        Dimension.SELF: 3.8,
        Dimension.TEAM: 3.5,
        Dimension.DISTRICT: 3.6,
    }


def test_the_built_in_quickscan_has_36_statements_on_12_competences():
    scan = built_in()
    assert scan.name == "Quickscan Ik, Wij, Wijk"
    assert not scan.validated
    assert len(scan.items) == 36
    assert len(scan.competences) == 12
    assert {d: sum(i.dimension is d for i in scan.items) for d in Dimension} == dict.fromkeys(
        Dimension, 12
    )
    assert set(scan.targets) == set(Dimension)


def test_what_is_written_reads_back_the_same():
    scan = built_in()
    table = read_table(write_instrument(scan).encode(), "q.csv")
    assert read_instrument(table, name=scan.name, version=scan.version) == scan


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (
            "A1,Ons,c,S.,nee,1,5,3",
            "kolom dimensie: «Ons» is geen dimensie; het is Ik",
        ),
        ("A2,Ik,c,S.,nee,5,1,3", "kolom hoog: laag moet kleiner zijn dan hoog"),
        ("A2,Ik,c,S.,nee,3,3,3", "kolom hoog: laag moet kleiner zijn dan hoog"),
        ("A2,Ik,c,S.,nee,0,500,3", "kolom hoog: laag moet kleiner zijn dan hoog"),
        ("A2,Ik,c,S.,nee,een,5,3", "kolom laag: «een» is geen heel getal."),
        ("A2,Ik,c,S.,nee,1,5,5.5", "kolom doel: doel 5.5 valt buiten de schaal 1–5."),
        ("A2,Ik,c,S.,nee,1,5,hoog", "kolom doel: «hoog» is geen getal."),
        ("A2,Ik,c,,nee,1,5,3", "kolom stelling: de stelling is leeg"),
        (f"A2,Ik,c,{'x' * 301},nee,1,5,3", "kolom stelling: de stelling is te lang"),
        ("A2,Ik,,S.,nee,1,5,3", "kolom competentie: de competentie is leeg"),
        ("A2,Ik,c,S.,soms,1,5,3", "kolom omgekeerd: «soms» is geen ja of nee."),
        ("A 2,Ik,c,S.,nee,1,5,3", "kolom code: «A 2» is geen code"),
        ("team,Ik,c,S.,nee,1,5,3", "kolom code: «team» is de naam van een andere kolom."),
    ],
)
def test_a_line_that_cannot_be_is_refused(line, fault):
    assert faults_of(line)[0].startswith(f"eigen.csv, rij 2, {fault}")


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("a1,Ik,contact,S.,nee,1,5,3.8", "kolom code: code «a1» staat al in rij 2."),
        ("B1,Ik,contact,S.,nee,1,7,3.8", "kolom laag: de schaal is hier 1–7, in rij 2 1–5;"),
        ("B1,Ik,contact,S.,nee,1,5,4", "kolom doel: het doel van Ik is hier 4, in rij 2 3.8."),
        ("B1,Ik,Contact,S.,nee,1,5,3.8", "kolom competentie: «Contact» heet in rij 2 «contact»"),
    ],
)
def test_lines_that_contradict_each_other_are_refused(line, fault):
    assert faults_of(*GOOD, line)[0].startswith(f"eigen.csv, rij 5, {fault}")


def test_a_missing_column_is_named():
    with pytest.raises(BadTable, match="kolom doel: deze kolom ontbreekt"):
        read_instrument(
            read_table(
                b"code,dimensie,competentie,stelling,omgekeerd,laag,hoog\na,b,c,d,e,1,5", "x"
            )
        )


def test_language_and_words_at_the_ends_stand_in_columns_that_may_be_left_out():
    text = (
        "code,dimensie,competentie,stelling,omgekeerd,laag,hoog,doel,taal,bij laag,bij hoog\n"
        "A1,Ik,contact,I listen.,nee,1,5,3.8,EN,never,always\n"
    )
    instrument = read_instrument(read_table(text.encode(), "own.csv"))
    assert (instrument.language, instrument.ends) == ("en", ("never", "always"))
    assert write_instrument(instrument).splitlines()[0].endswith("doel,taal,bij laag,bij hoog")


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("xx,,", "rij 2, kolom taal: «xx» is geen taal die we kennen: nl, fr, de"),
        (f"nl,{'x' * 61},", "rij 2, kolom bij laag: de woorden zijn te lang"),
    ],
)
def test_words_that_cannot_be_are_refused(words, fault):
    text = (
        "code,dimensie,competentie,stelling,omgekeerd,laag,hoog,doel,taal,bij laag,bij hoog\n"
        f"A1,Ik,contact,S.,nee,1,5,3.8,{words}\n"
    )
    with pytest.raises(BadTable, match=fault):
        read_instrument(read_table(text.encode(), "eigen.csv"))


def test_two_languages_in_one_file_are_refused():
    text = (
        "code,dimensie,competentie,stelling,omgekeerd,laag,hoog,doel,taal\n"
        "A1,Ik,contact,S.,nee,1,5,3.8,nl\nA2,Ik,contact,S.,nee,1,5,3.8,en\n"
    )
    with pytest.raises(BadTable, match="rij 3, kolom taal: hier staat «en», in de eerste rij «nl»"):
        read_instrument(read_table(text.encode(), "eigen.csv"))


@settings(max_examples=25, deadline=None)
@given(instruments())
def test_whatever_somebody_writes_comes_back_and_is_no_formula_on_the_way(instrument):
    written = write_instrument(instrument)
    table = read_table(written.encode(), "q.csv")
    assert read_instrument(table, name=instrument.name, version="1") == instrument
    starts = {cell[:1] for _, cells in table.rows for cell in (*cells[:4], *cells[8:])}
    assert starts.isdisjoint("=+-@|%")
