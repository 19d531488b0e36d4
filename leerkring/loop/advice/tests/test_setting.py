"""The advice on paper: what the PDF says about itself, and what it survives."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from leerkring.loop.advice.plans import NotServed
from leerkring.loop.advice.report import TrainingAdviceReport
from leerkring.loop.advice.setting import set_out
from leerkring.loop.advice.tests.samples import NAMES, advice
from leerkring.loop.advice.typesetting import typeset_advice


def printed(report: TrainingAdviceReport) -> PdfReader:
    return PdfReader(BytesIO(typeset_advice(report)))


def text_of(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


def elements(node: DictionaryObject) -> list[DictionaryObject]:
    """All elements of a tag tree, in reading order."""
    children = node.get("/K", [])
    children = children.get_object() if hasattr(children, "get_object") else children
    found = []
    for child in children if isinstance(children, list) else [children]:
        child = child.get_object()
        if isinstance(child, DictionaryObject) and "/S" in child:
            found += [child, *elements(child)]
    return found


@pytest.fixture(scope="module")
def paper() -> PdfReader:
    return printed(advice())


@pytest.fixture(scope="module")
def tags(paper: PdfReader) -> list[DictionaryObject]:
    return elements(paper.trailer["/Root"]["/StructTreeRoot"])


def test_an_advice_takes_three_to_six_pages(paper):
    assert 3 <= len(paper.pages) <= 6


def test_the_pdf_has_a_title_a_language_and_the_mark_of_pdf_ua(paper):
    root = paper.trailer["/Root"]
    assert root["/Lang"] == "nl-NL"
    assert root["/MarkInfo"]["/Marked"]
    assert paper.metadata.title == "Scholingsadvies Waterstad"
    assert b"pdfuaid:part>1<" in root["/Metadata"].get_object().get_data()


def test_every_drawing_has_an_alternative_text(tags):
    figures = [tag for tag in tags if tag["/S"] == "/Figure"]
    said = [str(figure["/Alt"]) for figure in figures]
    assert any("contact: " in text for text in said)
    assert any("Waar het budget" in text for text in said)


def test_every_table_has_heads_and_the_plan_has_one_row_per_offer(tags):
    tables = [tag for tag in tags if tag["/S"] == "/Table"]
    kinds = [[str(part["/S"]) for part in elements(table)] for table in tables]
    assert tables and all("/TH" in parts for parts in kinds)
    offers = len(advice().plan.lines)
    assert offers + 2 in [parts.count("/TR") for parts in kinds]  # and a head and a sum


def test_there_is_one_title_and_each_offer_has_a_heading(paper, tags):
    assert sum(tag["/S"] == "/H1" for tag in tags) == 1
    assert sum(tag["/S"] == "/H3" for tag in tags) >= len(advice().plan.lines)
    said = text_of(paper)
    assert all(line.offer.title in said for line in advice().plan.lines)


def test_each_page_tells_its_number(paper):
    total = len(paper.pages)
    for number, page in enumerate(paper.pages, start=1):
        assert f"{number} van {total}" in page.extract_text()


def test_an_offer_names_its_teams_alphabetically():
    for line in set_out(advice())["plan"]:
        assert line["teams"] == sorted(line["teams"])


def test_the_same_advice_gives_the_same_bytes():
    assert typeset_advice(advice()) == typeset_advice(advice())


def test_a_name_that_looks_like_code_is_printed_as_it_was_written():
    code = "=cmd() #let x = 1 $y$ *z* <b>&amp;"
    report = advice((code, f"{code} 2", *NAMES[:4]))
    served = replace(report, plan=replace(report.plan, not_served=(NotServed(code, "Reden."),)))
    assert code in text_of(printed(served))


@pytest.mark.parametrize(
    "name", ["Team 🎉 zonnig", "団", "W" * 300, "een heel erg lange naam " * 12, "Ünïcödé ﷽"]
)
def test_strange_and_long_names_do_not_stop_the_press(name):
    names = (NAMES[0], *(f"{name} {number}" for number in range(5)))
    assert 2 <= len(printed(advice(names, municipality=name)).pages) <= 8


def test_strange_names_of_competences_do_not_stop_the_press():
    report = advice()
    needs = tuple(replace(need, competence=f"🎉 {'lang' * 40} 団") for need in report.needs)
    assert len(printed(replace(report, needs=needs)).pages) >= 3


def test_an_empty_plan_says_so():
    said = text_of(printed(advice(budget=0)))
    assert "past nog geen scholing" in said
    assert "Teams die niet in het plan staan" in said


def test_where_everything_is_withheld_no_figure_of_a_need_is_printed():
    report = advice(all_withheld=True)
    data = set_out(report)
    assert data["needs-chart"] is None
    said = text_of(printed(report))
    assert "Van geen enkel team is een resultaat te zien" in said
    assert "De cijfers bij de tekening" not in said
    assert report.withheld[0] in said


def test_an_organisation_without_figures_tells_why_and_nothing_else():
    parts = {part["name"]: part for part in set_out(advice())["organisations"]}
    hidden = parts["Stichting O3"]
    assert (hidden["needs"], hidden["told"]) == ([], "")
    assert hidden["withheld"]
