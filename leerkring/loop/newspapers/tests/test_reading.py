"""The paper as a page, in the site and as a file by itself."""

import re

from django.template.loader import render_to_string

from leerkring.loop.newspapers.reading import page
from leerkring.loop.newspapers.standalone import standalone
from leerkring.loop.newspapers.tests.samples import PROMISES, harvest, paper, picture
from leerkring.practice.gatherings.harvest import Harvest, Quote

EVIL = '<script>alert("x")</script><img src=x onerror=alert(1)>'


def fragment(**changes: object) -> str:
    return render_to_string("newspapers/paper.html", {"paper": paper(**changes)})


def test_nothing_a_person_wrote_is_markup() -> None:
    given = harvest(notes={"wij-willen": EVIL, "ik-waar": EVIL}, quotes=(Quote(EVIL, EVIL),))
    for html in (fragment(harvest=given, team=EVIL), standalone(paper(harvest=given, team=EVIL))):
        assert "<script" not in html and "<img src=x" not in html
        assert "&lt;script&gt;" in html


def test_the_fragment_has_no_style_and_no_script_of_its_own() -> None:
    html = fragment(harvest=harvest(picture=picture()))
    assert not re.search(r"style=|<style|<script|\son\w+=", html)


def test_everything_in_print_is_on_the_page() -> None:
    html = fragment()
    for promise in PROMISES:
        assert promise.text in html
    assert "Vorige week zat ik" in html and "12.480" in html
    assert html.count("<h1") == 1


def test_the_chart_comes_with_its_point_and_a_table() -> None:
    html = fragment()
    assert "Op Wij zit het team vrijwel zeker nog onder het doel" in html
    assert "<svg xmlns" in html and '<th scope="row">Wij</th><td>3,3</td>' in html


def test_a_photo_stands_on_the_page_with_its_alternative_text() -> None:
    made = paper(harvest=harvest(picture=picture()))
    html = render_to_string("newspapers/paper.html", {"paper": made, "photo_url": "/foto.jpg"})
    assert f'<img src="/foto.jpg" alt="{picture().alt}">' in html


def test_items_that_follow_each_other_are_one_list() -> None:
    (story,) = (s for s in page(paper())["sections"][0]["stories"] if "Tijd" in s["headline"])
    assert [part["list"] for part in story["parts"]] == [False, True]


def test_an_empty_paper_is_a_page_too() -> None:
    html = fragment(harvest=Harvest(), result=None, figures=())
    assert "Deze krant schrijven jullie zelf" in html


def test_the_file_by_itself_asks_nothing_of_a_server() -> None:
    html = standalone(paper(harvest=harvest(picture=picture())))
    assert html.startswith("<!DOCTYPE html>")
    assert not re.search(r'(?:src|href)="(?!data:)', html)
    assert "url(data:font/woff2;base64," in html
