"""What is said about a draft. Hints never block; faults do."""

from dataclasses import replace

import pytest

from leerkring.practice.instruments.checking import has_faults, review
from leerkring.practice.instruments.remarks import Kind
from leerkring.practice.instruments.sheets import MOST_ROWS, Row, Sheet
from leerkring.practice.scans.dimensions import Dimension

SELF, TEAM, DISTRICT = Dimension
GOOD = Sheet(
    name="Scan",
    targets={SELF: "3,8", TEAM: "3.8", DISTRICT: "3,6"},
    rows=(
        Row(1, "A1", SELF, "luisteren", "Ik luister eerst."),
        Row(2, "A2", SELF, "luisteren", "Ik vraag door."),
        Row(3, "B1", TEAM, "leren", "Wij vragen elkaar om hulp."),
        Row(4, "B2", TEAM, "leren", "Wij zeggen het als iets misgaat."),
        Row(5, "C1", DISTRICT, "kennen", "Wij kennen de winkels in de wijk."),
        Row(6, "C2", DISTRICT, "kennen", "Wij weten waar bewoners elkaar zien."),
    ),
)


def with_row(**changes):
    return replace(GOOD, rows=(replace(GOOD.rows[0], **changes), *GOOD.rows[1:]))


def said(sheet, kind, **known):
    return [str(remark) for remark in review(sheet, **known) if remark.kind is kind]


def test_a_good_draft_gets_no_remark():
    assert review(GOOD) == ()


@pytest.mark.parametrize(
    ("sheet", "words"),
    [
        (replace(GOOD, name=""), "Naam: geef de vragenlijst een naam."),
        (replace(GOOD, name="x" * 121), "Naam: de naam is te lang"),
        (replace(GOOD, low="een"), "Laagste antwoord: «een» is geen heel getal."),
        (replace(GOOD, high="1"), "Hoogste antwoord: 1 is niet hoger dan het laagste, 1."),
        (replace(GOOD, high="900"), "Hoogste antwoord: een schaal heeft hoogstens 101"),
        (replace(GOOD, ends=("x" * 61, "y")), "Woorden bij het laagste: te lang"),
        (replace(GOOD, targets={}), "Doel van Ik: vul in waar jullie naartoe werken"),
        (replace(GOOD, targets={**GOOD.targets, TEAM: "hoog"}), "Doel van Wij: «hoog» is geen"),
        (replace(GOOD, targets={**GOOD.targets, SELF: "5,1"}), "Doel van Ik: 5,1 valt buiten"),
        (replace(GOOD, rows=()), "Stellingen: er staat nog geen stelling in."),
        (with_row(code=""), "Stelling 1, code: geef de stelling een code."),
        (with_row(code="x" * 21), "Stelling 1 (xxx"),
        (with_row(code="a b"), "code: «a b» is geen code"),
        (with_row(code="team"), "code: «team» is de naam van een andere kolom."),
        (with_row(code="b2"), "Stelling 4 (B2), code: code «B2» staat al bij stelling 1."),
        (with_row(competence=""), "competentie: schrijf bij welke competentie"),
        (with_row(competence="x" * 61), "competentie: te lang"),
        (with_row(competence="Luisteren"), "«luisteren» heet eerder «Luisteren»"),
        (with_row(statement=""), "Stelling 1 (A1), stelling: de stelling is leeg."),
        (with_row(statement="x" * 301), "stelling: te lang; schrijf hoogstens 300 tekens."),
    ],
)
def test_a_fault_names_its_field(sheet, words):
    assert has_faults(review(sheet))
    assert words in "\n".join(said(sheet, Kind.FAULT))


@pytest.mark.parametrize(
    ("sheet", "words"),
    [
        (with_row(code="LANGER"), "LimeSurvey neemt hoogstens 5 letters en cijfers"),
        (with_row(competence="anders"), "Competentie «anders»: er is maar één stelling"),
        (with_row(competence="leren"), "Competentie «leren»: staat bij Ik en Wij"),
        (with_row(statement="Ik luister en praat."), "«en»: vraagt de stelling twee dingen"),
        (with_row(statement="Ik luister niet."), "«niet»: met een ontkenning"),
        (with_row(statement=" ".join(["woord"] * 21)), "meer dan 20 woorden"),
        (with_row(statement="Luister ik?"), "dit is een vraag"),
        (with_row(statement="Ik vraag door."), "dezelfde woorden staan bij Stelling 1 (A1)"),
        (replace(GOOD, rows=GOOD.rows[:4]), "Wijk: er is geen stelling over Wijk"),
        (replace(GOOD, ends=("nooit", "")), "alleen aan één kant staan woorden"),
        (replace(GOOD, language="en"), "ziet iemand alleen getallen"),
    ],
)
def test_a_hint_is_told_and_holds_nothing_up(sheet, words):
    assert not has_faults(review(sheet))
    assert words in "\n".join(said(sheet, Kind.HINT))


@pytest.mark.parametrize(
    ("language", "statement"),
    [
        ("en", "I don't listen"),
        ("fr", "Je n'écoute pas bien"),
        ("de", "Ich höre nicht zu"),
        ("tr", "Bu iyi değil"),
        ("ar", "أنا لا أستمع"),
        ("pl", "Ja nie słucham"),
        ("uk", "Я не слухаю"),
    ],
)
def test_a_negation_is_seen_in_other_languages(language, statement):
    sheet = replace(with_row(statement=statement), language=language, ends=("a", "b"))
    assert "ontkenning" in "\n".join(said(sheet, Kind.HINT))


def test_a_word_that_only_contains_en_joins_nothing():
    sheet = with_row(statement="Wij kennen buren in elke straat.")
    assert review(sheet) == ()


def test_a_name_of_another_family_is_a_fault():
    assert "zo heet al een andere" in said(GOOD, Kind.FAULT, name_is_taken=True)[0]


def test_more_statements_than_a_page_can_hold_is_a_fault():
    rows = tuple(replace(GOOD.rows[0], key=n, code=f"Q{n}") for n in range(MOST_ROWS + 1))
    assert "hoogstens 150 stellingen" in "\n".join(said(replace(GOOD, rows=rows), Kind.FAULT))


def test_what_is_not_translated_is_told_once_a_statement():
    originals = {"A1": "I listen first.", "A2": "Ik vraag door."}
    sheet = replace(
        GOOD,
        rows=(
            replace(GOOD.rows[0], statement="", competence=""),
            GOOD.rows[1],
        ),
    )
    assert said(sheet, Kind.FAULT, originals=originals) == [
        "Stelling 1 (A1), stelling: nog niet vertaald.",
        "Competenties: nog niet allemaal vertaald (1 stellingen).",
    ]
    assert any(
        "gelijk aan het origineel" in hint for hint in said(sheet, Kind.HINT, originals=originals)
    )
