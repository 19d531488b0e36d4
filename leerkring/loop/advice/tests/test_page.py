"""What the page of an advice shows; who may see it is tested with all addresses together."""

from dataclasses import replace

import pytest
from django.template.loader import render_to_string

from leerkring.loop.advice.plans import NotServed
from leerkring.loop.advice.presenting import parts_of_page
from leerkring.loop.advice.report import TrainingAdviceReport
from leerkring.loop.advice.tests.samples import NAMES, advice


def shown(report: TrainingAdviceReport) -> str:
    context = {"report": report, **parts_of_page(report)}
    return " ".join(render_to_string("advice/report.html", context).split())


@pytest.fixture(scope="module")
def page() -> str:
    return shown(advice())


def test_the_page_tells_every_offer_with_its_reason(page):
    for line in advice().plan.lines:
        assert f"<h3>{line.offer.title}</h3>" in page
        assert line.why in page


def test_the_drawings_stand_on_the_page_as_drawings(page):
    assert page.count("<svg ") == 2
    assert "&lt;svg" not in page
    assert " style=" not in page


def test_a_drawing_comes_with_its_figures_in_a_table(page):
    for need in advice().needs:
        assert f'<th scope="row">{need.competence.capitalize()}</th>' in page


def test_each_cell_carries_the_name_of_its_column_for_a_phone(page):
    rows = page.split("<tbody>")[1].split("</tbody>")[0]
    assert rows.count("<td") == rows.count("<td data-label=")


def test_a_name_from_a_person_is_escaped():
    name = '<script>alert("x")</script>'
    report = advice((name, *NAMES[:5]))
    plan = replace(report.plan, not_served=(NotServed(name, "Reden."),))
    page = shown(replace(report, plan=plan))
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_what_is_withheld_is_told(page):
    for sentence in advice().withheld:
        assert sentence in page


def test_where_everything_is_withheld_the_page_is_whole():
    page = shown(advice(all_withheld=True))
    assert "van geen enkel team is een resultaat te zien" in page
    assert "Bekijk de cijfers" not in page


def test_an_empty_plan_says_what_to_do():
    page = shown(advice(budget=0))
    assert "Verhoog het budget" in page
    assert "<ol" not in page
