"""Set a newspaper on paper: exactly four A4 pages, or two when there is little."""

from dataclasses import dataclass

from leerkring.foundation.design.typesetting import ROOT, compile_sheet
from leerkring.loop.newspapers.paper import Paper
from leerkring.loop.newspapers.setting import set_out

ENTRY = ROOT / "loop" / "newspapers" / "typst" / "paper.typ"


@dataclass(frozen=True)
class Typeset:
    """`size` is the type of the text in points; `shortened` says that stories go on on screen."""

    pdf: bytes
    pages: int
    size: float
    shortened: bool


def typeset(paper: Paper) -> Typeset:
    """The PDF of a paper: PDF/UA-1, tagged, in Dutch, the same bytes for the same paper.

    The largest type at which everything has its place is found while setting. What does not fit
    at the smallest type is shortened with a pointer to the screen: never a fifth page.
    """
    images = {"photo": paper.picture.jpeg} if paper.picture else {}
    sheet = compile_sheet(ENTRY, set_out(paper), images=images, day=paper.edition.date)
    facts = sheet.facts
    return Typeset(sheet.pdf, facts["pages"], facts["size"], facts["shortened"])
