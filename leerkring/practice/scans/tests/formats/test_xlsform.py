import pytest
from hypothesis import given, settings

from leerkring.foundation.tables.faults import BadTable
from leerkring.foundation.tables.table import Table
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.formats.workbooks import read_sheets
from leerkring.practice.scans.formats.xlsform import write_xlsform
from leerkring.practice.scans.formats.xlsform_reading import read_xlsform
from leerkring.practice.scans.instrument_files import built_in
from leerkring.practice.scans.tests.formats.some_instruments import instruments

CHOICES = (("schaal", "1", "nooit"), ("schaal", "2", "soms"), ("schaal", "3", "vaak"))


def sheet(title, header, rows):
    return Table(f"vorm.xlsx, blad {title}", header, list(enumerate(rows, 2)))


def form(rows, *, header=("type", "name", "label"), choices=CHOICES, settings=None):
    filled = [(*row, *[""] * len(header))[: len(header)] for row in rows]
    sheets = {
        "survey": sheet("survey", header, filled),
        "choices": sheet("choices", ("list_name", "name", "label"), choices),
    }
    if settings:
        sheets["settings"] = sheet("settings", tuple(settings), [tuple(settings.values())])
    return read_xlsform(sheets)


@settings(max_examples=12, deadline=None)
@given(instruments())
def test_what_is_written_is_read_back_exactly(instrument):
    back = read_xlsform(read_sheets(write_xlsform(instrument), "vorm.xlsx"))
    assert back.instrument == instrument
    assert back.not_taken_over == ()


def test_the_sheets_are_those_of_an_xlsform():
    sheets = read_sheets(write_xlsform(built_in()), "vorm.xlsx")
    assert list(sheets) == ["survey", "choices", "settings"]
    survey = sheets["survey"]
    assert survey.header[:4] == ("type", "name", "label::Nederlands (nl)", "required")
    kinds = [cells[0] for _, cells in survey.rows]
    assert (kinds.count("begin_group"), kinds.count("end_group")) == (3, 3)
    assert kinds.count("select_one antwoord") == 36
    assert [cells[1] for _, cells in sheets["choices"].rows] == ["1", "2", "3", "4", "5", "wn"]
    assert "label::Nederlands (nl)" in sheets["choices"].header


def test_a_form_of_another_is_taken_over_as_far_as_it_goes():
    back = form(
        [
            ("start", "start", ""),
            ("begin group", "g1", "Ik en mijn werk"),
            ("select_one schaal", "a1", "Ik luister goed."),
            ("end group",),
            ("begin_group", "wij", "Samen"),
            ("select_one schaal or_other", "b1", "Wij leren."),
            ("text", "toelichting", "Waarom?"),
            ("end_group",),
            ("select_one schaal", "los", "Nergens bij."),
        ],
        settings={"form_title": "Onze scan", "version": "7"},
    )
    asked = back.instrument
    assert (asked.name, asked.version, asked.low, asked.high) == ("Onze scan", "7", 1, 3)
    assert [(i.code, i.dimension) for i in asked.items] == [
        ("a1", Dimension.SELF),
        ("b1", Dimension.TEAM),
    ]
    assert asked.ends == ("nooit", "vaak")
    assert asked.targets == {Dimension.SELF: 2.4, Dimension.TEAM: 2.4}
    assert back.not_taken_over == (
        "Rij 2, vraag start: soort «start».",
        "Rij 7: «anders, namelijk» bij b1.",
        "Rij 8, vraag toelichting («Waarom?»): soort «text».",
        "Stelling los («Nergens bij.»): hoort bij geen groep Ik, Wij of Wijk.",
        "De woorden bij de antwoorden: «soms». Wij tonen daar de getallen.",
        "Welke stellingen omgekeerd tellen, staat er niet bij. We namen aan: geen.",
        "Er staat geen doel in. We vulden 2,4 in.",
        "Niet overal staat een competentie. Daar schreven we «zonder competentie». Geef elke "
        "competentie een naam, anders tellen die stellingen samen als één.",
    )


def test_conditions_and_other_languages_are_named_by_column():
    header = (
        "type",
        "name",
        "label::English (en)",
        "label::Nederlands (nl)",
        "relevant",
        "required",
    )
    back = form(
        [
            ("begin_group", "ik", "Me", "Ik"),
            ("select_one schaal", "a", "I listen.", "Ik luister.", "${b} > 1", "yes"),
            ("end_group",),
        ],
        header=header,
    )
    assert back.instrument.items[0].statement == "Ik luister."
    assert back.not_taken_over[:3] == (
        "De kolom «label::english (en)», gevuld bij ik, a.",
        "De kolom «relevant», gevuld bij a.",
        "De kolom «required», gevuld bij a.",
    )


def test_another_scale_than_the_rest_is_left_behind():
    choices = (*CHOICES, ("kort", "0", "0"), ("kort", "1", "1"))
    back = form(
        [
            ("begin_group", "ik", "Ik"),
            ("select_one schaal", "a", "A."),
            ("select_one kort", "b", "B."),
            ("select_one weg", "c", "C."),
            ("end_group",),
        ],
        choices=choices,
    )
    assert [item.code for item in back.instrument.items] == ["a"]
    assert "Stelling b («B.»): de schaal 0 tot 1 is een andere dan van de rest." in (
        back.not_taken_over
    )
    assert "Rij 5, vraag c («C.»): de antwoorden van de lijst «weg» zijn geen schaal." in (
        back.not_taken_over
    )


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([("text", "a", "Iets.")], "geen stelling over Ik, Wij of Wijk"),
        (
            [("begin_group", "ik", ""), ("select_one schaal", "a b", "Ik.")],
            "rij 3, kolom code: «a b» is geen code",
        ),
    ],
)
def test_a_form_without_usable_statements_is_refused(rows, words):
    with pytest.raises(BadTable) as caught:
        form(rows)
    assert words in str(caught.value)


def test_a_workbook_without_the_sheet_survey_is_refused():
    with pytest.raises(BadTable, match=r"«survey» ontbreekt\. Wel aanwezig: «blad1»"):
        read_xlsform({"blad1": sheet("blad1", ("a",), [])})
    with pytest.raises(BadTable, match="geen kolom met de stellingen"):
        read_xlsform({"survey": sheet("survey", ("type", "name"), [])})
