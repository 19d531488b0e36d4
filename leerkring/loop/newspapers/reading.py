"""A newspaper as a page: the same words and drawings as in print, at the measures of a screen."""

from itertools import groupby
from typing import Any

from leerkring.loop.newspapers.paper import Paper
from leerkring.loop.newspapers.setting import chart_drawing, emphasis_drawing, set_out

WIDTH, SIZE = 300.0, 14.0  # user units: about the column beside the lead, in CSS pixels


def page(paper: Paper) -> dict[str, Any]:
    """What `newspapers/paper.html` shows; keys as in print, drawings with their data tables."""
    laid = set_out(paper)
    chart, emphasis = laid["chart"], laid["emphasis"]
    if chart is not None and paper.chart is not None:
        chart = {**chart, "drawing": chart_drawing(paper.chart, width=WIDTH, size=SIZE)}
    if emphasis is not None and paper.emphasis is not None:
        drawing = emphasis_drawing(paper.emphasis, width=WIDTH, size=SIZE)
        emphasis = {**emphasis, "drawing": drawing}
    return {
        **laid,
        "title": paper.title,
        "chart": chart,
        "emphasis": emphasis,
        "lead": _story(laid["lead"]),
        "sections": [_section(section) for section in laid["sections"]],
        "quotes": [
            {**quote, "short": quote in laid["pulls"]} for quote in laid["pulls"] + laid["voices"]
        ],
        "sources": paper.figures,
    }


def _section(section: dict[str, Any]) -> dict[str, Any]:
    return {**section, "stories": [_story(story) for story in section["stories"]]}


def _story(story: dict[str, Any]) -> dict[str, Any]:
    """Items that follow each other become one list."""
    runs = groupby(story["parts"], key=lambda part: part["item"])
    parts = [{"list": item, "texts": [part["text"] for part in run]} for item, run in runs]
    return {**story, "parts": parts}
