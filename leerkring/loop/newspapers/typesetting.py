"""Set a newspaper on paper: exactly four A4 pages, or two when there is little."""

from dataclasses import dataclass, replace

from leerkring.foundation.design.typesetting import ROOT, compile_sheet
from leerkring.loop.newspapers.headlines import clip
from leerkring.loop.newspapers.paper import Paper, Story
from leerkring.loop.newspapers.setting import set_out

PAGES = (2, 4)
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
    done = _set(paper)
    for longest in (900, 300, 90):
        if done.pages in PAGES:
            break
        done = replace(_set(_cut(paper, longest)), shortened=True)
    return done


def _set(paper: Paper) -> Typeset:
    images = {"photo": paper.picture.jpeg} if paper.picture else {}
    sheet = compile_sheet(ENTRY, set_out(paper), images=images, day=paper.edition.date)
    facts = sheet.facts
    return Typeset(sheet.pdf, facts["pages"], facts["size"], facts["shortened"])


def _cut(paper: Paper, longest: int) -> Paper:
    """The last resort for what no one writes: every text in at most `longest` characters."""
    return replace(
        paper,
        lead=_short(paper.lead, longest),
        sections=tuple(
            replace(section, stories=tuple(_short(story, longest) for story in section.stories))
            for section in paper.sections
        ),
        quotes=tuple(replace(q, text=clip(q.text, longest)) for q in paper.quotes[:6]),
        promises=tuple(replace(p, text=clip(p.text, longest)) for p in paper.promises[:10]),
        links=paper.links[:60],
    )


def _short(story: Story, longest: int) -> Story:
    return replace(story, headline=clip(story.headline), text=clip(story.text, longest))
