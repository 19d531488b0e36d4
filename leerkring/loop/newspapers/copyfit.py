"""How large the type can be, estimated by counting, so that setting has little left to try.

The estimate is on the large side: setting steps down from it until everything has its place.
"""

from math import ceil

from leerkring.loop.newspapers.headlines import paragraphs
from leerkring.loop.newspapers.paper import Paper, Section, Story

LARGEST, SMALLEST = 12.6, 9.0  # points
_PAGE_HIGH, _PAGE_WIDE = 264.0, 178.0  # millimetres inside the margins
_AIR, _FLAG, _FIGURES, _HEADING = 11.0, 20.0, 62.0, 0.5
_MM = 25.4 / 72
_CHAR, _PITCH = 0.468, 1.34  # of the type size: a letter's width, a line's height
_TWO_PAGES = 330  # words outside the lead: more never fits on the second of two pages


def guess(paper: Paper) -> float:
    """The largest type, in points, at which the sections would fill two pages."""
    size = LARGEST
    while size > SMALLEST and _fullest(paper, size) > _PAGE_HIGH:
        size = round(size - 0.4, 1)
    return size


def is_little(paper: Paper) -> bool:
    """Whether two pages are worth trying."""
    told = [story for section in paper.sections for story in section.stories]
    texts = [f"{story.headline} {story.text}" for story in told]
    texts += [promise.text for promise in paper.promises] + [quote.text for quote in paper.quotes]
    return sum(len(text.split()) for text in texts) <= _TWO_PAGES and len(paper.links) <= 24


def _fullest(paper: Paper, size: float) -> float:
    heights = [_section(section, size) for section in paper.sections]
    figures = _FIGURES + _AIR if paper.figures else 0.0
    cuts = range(1, max(len(heights), 2))
    stacks = [(_stack(heights[:cut]), _stack(heights[cut:]) + figures) for cut in cuts]
    return min(max(pages) for pages in stacks)


def _stack(heights: list[float]) -> float:
    return sum(heights) + _AIR * max(len(heights) - 1, 0)


def _section(section: Section, size: float) -> float:
    count = min(max(len(section.stories), 2), 3)
    wide = (_PAGE_WIDE - 6 * (count - 1)) / count
    heights = [_story(story, wide, size) for story in section.stories] or [0.0]
    even = sum(heights) / count
    longest = max(heights)
    return _FLAG + (longest if longest <= 1.3 * even + 10 else even + _HEADING * size)


def _story(story: Story, wide: float, size: float) -> float:
    per_line = wide / (_CHAR * size * _MM)
    lines = sum(ceil(len(text) / per_line) for _, text in paragraphs(story.text))
    headline = ceil(len(story.headline) / (per_line / 1.62)) * 1.7
    return (lines * _PITCH + headline + 1.6) * size * _MM
