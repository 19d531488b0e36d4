from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given, settings

from leerkring.foundation.tables.faults import BadTable
from leerkring.foundation.tables.reading import read_table
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.formats.limesurvey import write_lss
from leerkring.practice.scans.formats.limesurvey_reading import read_lss
from leerkring.practice.scans.instrument_files import built_in, read_instrument
from leerkring.practice.scans.tests.formats.some_instruments import instruments


def row(**cells):
    inside = "".join(f"<{key}><![CDATA[{value}]]></{key}>" for key, value in cells.items())
    return f"<row>{inside}</row>"


def lss(languages=("nl",), kind="Survey", **tables):
    spoken = "".join(f"<language>{code}</language>" for code in languages)
    filled = "".join(f"<{t}><rows>{''.join(rows)}</rows></{t}>" for t, rows in tables.items())
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><document><LimeSurveyDocType>{kind}'
        f"</LimeSurveyDocType><languages>{spoken}</languages>{filled}</document>"
    ).encode()


def newer():
    """As LimeSurvey 4 and later write it: texts in tables of their own, two languages."""

    def texts(key, column, number, dutch):
        nl = row(**{key: number, column: dutch, "language": "nl"})
        return nl + row(**{key: number, column: "English", "language": "en"})

    return lss(
        languages=("en", "nl"),
        surveys=[row(sid=1, language="en")],
        surveys_languagesettings=[
            row(surveyls_language="en", surveyls_title="Scan", surveyls_welcometext="Hello"),
            row(surveyls_language="nl", surveyls_title="De scan", surveyls_welcometext="Dag"),
        ],
        groups=[row(gid=2, group_order=2), row(gid=1, group_order=1, grelevance="a==1")],
        group_l10ns=[texts("gid", "group_name", 1, "Ik"), texts("gid", "group_name", 2, "De wijk")],
        questions=[
            row(qid=10, gid=1, type="F", title="ARR", question_order=1, relevance="1"),
            row(qid=11, gid=1, type="T", title="OPEN", question_order=2, mandatory="Y"),
            row(qid=12, gid=2, type="5", title="VIJF", question_order=1, relevance="x > 1"),
            row(qid=13, gid=2, type="L", title="KEUS", question_order=2),
        ],
        subquestions=[
            row(qid=21, parent_qid=10, title="B", question_order=2),
            row(qid=20, parent_qid=10, title="A", question_order=1),
        ],
        question_l10ns=[
            texts("qid", "question", 10, "contact"),
            texts("qid", "question", 11, "Wat nog?"),
            texts("qid", "question", 12, "Ik ken de <b>wijk</b> &amp; de straat."),
            texts("qid", "question", 13, "Welke kleur?"),
            texts("qid", "question", 20, "Ik luister."),
            texts("qid", "question", 21, "Ik praat."),
        ],
        answers=[
            *(row(aid=n, qid=10, code=f"A{n}", sortorder=n, scale_id=0) for n in range(1, 6)),
            row(aid=6, qid=10, code="A6", sortorder=6, scale_id=0),
            row(aid=7, qid=13, code="r", sortorder=1),
        ],
        answer_l10ns=[
            *(texts("aid", "answer", n, str(n)) for n in range(1, 6)),
            texts("aid", "answer", 6, "Weet ik niet"),
            texts("aid", "answer", 7, "rood"),
        ],
        conditions=[row(cid=1)],
        quota=[row(id=1), row(id=2)],
        question_attributes=[row(qid=10, attribute="random_order", value="1")],
    )


@settings(max_examples=30, deadline=None)
@given(instruments())
def test_what_is_written_is_read_back_exactly(instrument):
    back = read_lss(write_lss(instrument).encode())
    assert back.instrument == instrument
    assert back.not_taken_over == ()


def test_the_structure_has_a_group_and_an_array_per_dimension():
    document = fromstring(write_lss(built_in()))
    assert document.findtext("LimeSurveyDocType") == "Survey"
    kinds = [(q.findtext("type"), q.findtext("title")) for q in document.iterfind("questions//row")]
    assert kinds == [("S", "team"), ("F", "G1"), ("F", "G2"), ("F", "G3")]
    titles = [q.findtext("title") for q in document.iterfind("subquestions//row")]
    assert titles == list(built_in().codes)
    assert document.findtext("surveys//anonymized") == "Y"
    assert {document.findtext(f"surveys//{off}") for off in ("datestamp", "ipaddr")} == {"N"}
    assert "{" not in write_lss(built_in())


def test_every_row_points_to_a_row_that_is_there():
    document = fromstring(write_lss(built_in()))
    groups = {r.findtext("gid") for r in document.iterfind("groups//row")}
    questions = [*document.iterfind("questions//row"), *document.iterfind("subquestions//row")]
    numbers = [q.findtext("qid") for q in questions]
    assert len(set(numbers)) == len(numbers)
    assert {q.findtext("gid") for q in questions} == groups
    parents = {q.findtext("parent_qid") for q in questions} - {"0"}
    assert parents <= set(numbers)
    assert {a.findtext("qid") for a in document.iterfind("answers//row")} == parents


def test_codes_that_limesurvey_does_not_take_are_numbered_and_come_back():
    text = "code,dimensie,competentie,stelling,omgekeerd,laag,hoog,doel\n"
    asked = read_instrument(
        read_table(f"{text}te-lange-code,Ik,contact,Ik.,nee,1,5,3\n".encode(), "x.csv")
    )
    document = write_lss(asked)
    assert fromstring(document).findtext("subquestions//title") == "Q1"
    assert read_lss(document.encode()).instrument.codes == ("te-lange-code",)


def test_a_newer_survey_is_taken_over_as_far_as_it_goes():
    back = read_lss(newer())
    asked = back.instrument
    assert (asked.name, asked.low, asked.high) == ("De scan", 1, 5)
    assert [(i.code, i.dimension, i.competence, i.statement) for i in asked.items] == [
        ("A", Dimension.SELF, "contact", "Ik luister."),
        ("B", Dimension.SELF, "contact", "Ik praat."),
        ("VIJF", Dimension.DISTRICT, "zonder competentie", "Ik ken de wijk & de straat."),
    ]
    assert back.not_taken_over == (
        "Vraag OPEN («Wat nog?»): een vraag van de soort «lange tekst».",
        "Vraag KEUS («Welke kleur?»): de antwoorden zijn geen schaal.",
        "De teksten in andere talen: en.",
        "Voorwaarden waaronder een vraag verschijnt (1).",
        "Quota (2).",
        "Een voorwaarde bij VIJF.",
        "Verplicht zijn van OPEN.",
        "De voorwaarde bij de groep «Ik».",
        "De instelling «random_order» (1 keer).",
        "De teksten aan het begin en het einde.",
        "De opmaak van de vragen (vet, kleur, beeld).",
        "Welke stellingen omgekeerd tellen, staat er niet bij. We namen aan: geen.",
        "Er staat geen doel in. We vulden 3,8 in.",
        "Niet overal staat een competentie. Daar schreven we «zonder competentie». Geef elke "
        "competentie een naam, anders tellen die stellingen samen als één.",
    )


BOMB = b'<!DOCTYPE d [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><document>&b;</document>'


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "geen leesbare XML"),
        (b"code,stelling\n", "geen leesbare XML"),
        (b"PK\x03\x04", "een archief"),
        (b"<document>", "geen leesbare XML"),
        (BOMB, "geen leesbare XML"),
        (b"<a>" * 100_000, "geen vragenlijst van LimeSurvey"),
        (lss(kind="Group"), "geen hele vragenlijst"),
        (lss(), "geen stelling over Ik, Wij of Wijk"),
    ],
    ids=["empty", "table", "archive", "half", "entities", "deep", "group", "nothing"],
)
def test_what_is_no_survey_is_refused(data, words):
    with pytest.raises(BadTable, match=words):
        read_lss(data)
