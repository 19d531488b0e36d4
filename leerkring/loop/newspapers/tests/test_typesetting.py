"""A paper in print: two or four pages, readable by everyone, whatever was written."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PageObject, PdfReader

from leerkring.loop.newspapers.paper import FigureLine, Link, Paper
from leerkring.loop.newspapers.tests.samples import (
    NOTES,
    PROMISES,
    QUOTES,
    harvest,
    paper,
    photo,
    picture,
    result,
)
from leerkring.loop.newspapers.typesetting import typeset
from leerkring.practice.gatherings.harvest import Harvest, Picture, Promise, Quote

FORTY = "\n".join(f"Regel {i}: en toen dacht ik dat we het anders moesten doen." for i in range(40))
NASTY = '#import "x" $E=mc^2$ *vet* <b>hoi</b> \\u{202e}\u202e 👍🏽👨‍👩‍👧 مرحبا @label `code` //'


def with_notes(times: int) -> Paper:
    return paper(harvest=harvest(notes={k: f"{t}\n" * times for k, t in NOTES.items()}))


PAPERS = {
    "as it is": (paper(), {4}),
    "with a photo": (paper(harvest=harvest(picture=picture())), {4}),
    "an upright photo": (paper(harvest=harvest(picture=Picture(photo(600, 1600), "Muur"))), {4}),
    "before the session": (paper(harvest=Harvest()), {2}),
    "nothing at all": (
        paper(harvest=Harvest(), result=None, figures=(), minutes=None, script=(), why=""),
        {2},
    ),
    "little": (
        paper(harvest=harvest(notes={"wij-hoe": NOTES["wij-hoe"]}, quotes=QUOTES[:1], promises=())),
        {2},
    ),
    "five times as long": (with_notes(5), {4}),
    "forty times as long": (with_notes(40), {4}),
    "forty lines": (paper(harvest=harvest(quotes=(*QUOTES, Quote(FORTY, "wie het zei")))), {4}),
    "many quotes": (paper(harvest=harvest(quotes=QUOTES * 9)), {4}),
    "sixty promises": (paper(harvest=harvest(promises=PROMISES * 12)), {4}),
    "endless words": (
        paper(
            team="Team" + "lang" * 75,
            harvest=harvest(
                notes=dict.fromkeys(NOTES, "x" * 900 + " en " + "hoi" * 40),
                quotes=(Quote("q" * 150, "s" * 200),),
                promises=(Promise("p" * 300, "w" * 200),),
            ),
        ),
        {2, 4},
    ),
    "signs and emoji": (
        paper(
            team=NASTY, harvest=harvest(notes=dict.fromkeys(NOTES, NASTY), quotes=(Quote(NASTY),))
        ),
        {2, 4},
    ),
    "many figures": (paper(figures=[FigureLine("Cijfer", "1", "2024", "CBS")] * 14), {4}),
    "many links": (replace(paper(), links=(Link("Team", "kop", "https://a.example/"),) * 500), {4}),
    "no sections": (replace(paper(), sections=()), {2, 4}),
}


def lowest(page: PageObject) -> float:
    """The lowest baseline on the page, in points from the bottom."""
    found = [900.0]

    def visit(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        if text.strip():
            found.append(tm[4] * cm[1] + tm[5] * cm[3] + cm[5])

    page.extract_text(visitor_text=visit)
    return min(found)


@pytest.mark.parametrize("name", PAPERS)
def test_it_is_exactly_two_or_four_pages_and_nothing_runs_off_them(name: str) -> None:
    made, pages = PAPERS[name]
    done = typeset(made)
    reader = PdfReader(BytesIO(done.pdf))
    assert len(reader.pages) == done.pages
    assert done.pages in pages
    for page in reader.pages:
        assert (
            round(float(page.mediabox.width)) == 595 and round(float(page.mediabox.height)) == 842
        )
        assert lowest(page) > 28


def test_it_is_tagged_dutch_and_titled() -> None:
    reader = PdfReader(BytesIO(typeset(paper()).pdf))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712  (a PDF boolean, not Python's)
    assert root["/Lang"].startswith("nl")
    assert reader.metadata is not None
    assert reader.metadata.title == "De wijkkrant van Wijkteam Waterhoek, nummer 3"
    assert reader.metadata.author == "Stichting Dichtbij"
    assert b"pdfuaid" in root["/Metadata"].get_data()


def read(pdf: bytes) -> str:
    """The words of the document without spaces and hyphens, which the end of a line changes."""
    return bare(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages))


def bare(text: str) -> str:
    return re.sub(r"[\s\u00ad-]+", "", text)


def test_what_was_written_is_in_print() -> None:
    done = typeset(paper())
    text = read(done.pdf)
    for words in (*NOTES["wijk-plek"].split(". ")[1:], *(promise.text for promise in PROMISES)):
        assert bare(words) in text
    assert "12.480" in text and bare("Kerncijfers wijken en buurten 2024") in text
    assert not done.shortened


def test_what_does_not_fit_goes_on_on_screen() -> None:
    done = typeset(with_notes(40))
    assert done.shortened and done.size == 9
    assert bare("Lees verder op het scherm") in read(done.pdf)


def test_data_is_never_read_as_source() -> None:
    done = typeset(paper(harvest=harvest(quotes=(Quote('#import "x"'),))))
    assert bare('#import "x"') in read(done.pdf)


def test_the_same_paper_gives_the_same_bytes() -> None:
    made = paper(harvest=harvest(picture=picture()))
    first = typeset(made).pdf
    typeset(paper(number=8))
    assert typeset(made).pdf == first


def test_a_photo_loses_what_the_camera_wrote_in_it() -> None:
    exif = Image.Exif()
    exif[0x010E] = "straat en huisnummer"
    written = BytesIO()
    Image.open(BytesIO(photo())).save(written, "JPEG", exif=exif)
    assert b"huisnummer" in written.getvalue()
    made = paper(harvest=harvest(picture=Picture(written.getvalue(), "Een muur")))
    assert b"huisnummer" not in typeset(made).pdf


def test_a_withheld_result_prints_its_reason() -> None:
    done = typeset(paper(result=result(dimensions={}, withheld="Te weinig antwoorden.")))
    assert bare("Te weinig antwoorden") in read(done.pdf)
