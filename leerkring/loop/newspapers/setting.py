"""A newspaper as the plain lists and texts that the Typst files set."""

from typing import Any

from leerkring.foundation.design.charts import Bar, emphasis_bar, needs
from leerkring.foundation.design.drawing import Drawing
from leerkring.foundation.design.ring_chart import ring_chart
from leerkring.foundation.design.standing_chart import Point, where_we_stand
from leerkring.loop.newspapers.copyfit import guess, is_little
from leerkring.loop.newspapers.dates import long_date
from leerkring.loop.newspapers.headlines import clip, paragraphs
from leerkring.loop.newspapers.paper import Chart, Emphasis, Kind, Paper, Section, Story
from leerkring.practice.gatherings.harvest import Promise, Quote

PULL_LONGEST = 190  # characters of a quote that can be read from across the room
MARKS = "\"'“”‘’„"
MOST_FIGURES, MOST_BLOCKS = 8, 14
FEW_LINES = 6  # a longer quote runs on: its lines are no verse
_SIDE, _SIZE = 131.0, 8.4  # points: the column beside the lead story, and the text of its charts


def chart_drawing(chart: Chart, *, width: float, size: float) -> Drawing | None:
    """The chart drawn: dots and bands on a scale, or bars where it counts."""
    if not chart.lines:
        return None
    if chart.low is None or chart.high is None:
        bars = [Bar(line.label, line.value, line.low, line.high) for line in chart.lines]
        return needs(bars, width=width, size=size, title=chart.heading)
    points = [
        Point(
            line.label,
            line.value,
            line.value if line.low is None else line.low,
            line.value if line.high is None else line.high,
            line.value if line.target is None else line.target,
        )
        for line in chart.lines
    ]
    return where_we_stand(
        points, low=chart.low, high=chart.high, width=width, size=size, title=chart.heading
    )


def emphasis_drawing(emphasis: Emphasis, *, width: float, size: float) -> Drawing | None:
    if not any(minutes for _, minutes in emphasis.minutes):
        return None
    return emphasis_bar(emphasis.minutes, width=width, size=size)


def set_out(paper: Paper) -> dict[str, Any]:
    """Everything that is printed, in the order of the pages; keys as the Typst files name them."""
    pulls, voices = _quotes(paper)
    edition = paper.edition
    place = [f"Wijk {edition.district}" if edition.district else ""]
    place += [edition.municipality] if paper.kind is Kind.TEAM else []
    number = f"Nummer {edition.number}"
    name = "De wijkkrant" if paper.kind is Kind.TEAM else "De stadskrant"
    ornament = ring_chart("vastleggen", labels=False, width=90)
    return {
        "by_hand": paper.kind is Kind.TEAM,
        "guess": guess(paper),
        "little": is_little(paper),
        "document_title": f"{name} van {paper.title}, nummer {edition.number}",
        "author": edition.organisation or edition.municipality or edition.team or paper.title,
        "keywords": [name.lower(), *filter(None, [edition.district, edition.municipality])],
        "title": clip(paper.title, 90),
        "strapline": paper.strapline,
        "ornament": ornament.svg,
        "ornament_alt": f"{ornament.title}. {ornament.description}",
        "edition_left": _dotted(long_date(edition.date, weekday=True), number),
        "edition_right": _dotted(*(clip(part, 44) for part in (*place, edition.organisation))),
        "running": _dotted(clip(f"{name} van {paper.title}", 80), number, long_date(edition.date)),
        "lead": _story(paper.lead),
        "sections": [_section(section) for section in paper.sections],
        "chart": _chart(paper),
        "emphasis": _emphasis(paper),
        "figures": [
            {"label": clip(f.label, 60), "value": clip(f.value, 14), "period": clip(f.period, 30)}
            for f in paper.figures[:MOST_FIGURES]
        ],
        "figures_heading": f"Over {edition.district or edition.municipality or paper.title}",
        "figures_source": _sources(paper),
        "pulls": pulls,
        "voices": voices,
        "promises": [_promise(promise) for promise in paper.promises],
        "promises_heading": "Vanaf morgen",
        "promises_strapline": "wat we elkaar beloven",
        "links": [{"title": x.title, "note": x.note, "url": x.url} for x in paper.links],
        "links_heading": "De kranten",
        "colophon": list(paper.colophon),
        "ring": _drawn(ring_chart("vastleggen", width=140, size=8)),
        "picture": paper.picture
        and {"alt": paper.picture.alt, "caption": clip(paper.picture.caption, 160)},
    }


def _dotted(*parts: str) -> str:
    return "  ·  ".join(part for part in parts if part)


def _story(story: Story) -> dict[str, Any]:
    return {
        "question": story.question,
        "headline": story.headline,
        "dimension": story.dimension.value if story.dimension else "",
        "parts": [{"item": item, "text": text} for item, text in paragraphs(story.text)],
        "more": False,
        "blank": story.is_blank,
    }


def _section(section: Section) -> dict[str, Any]:
    told = [story.headline for story in section.stories if story.headline]
    return {
        "heading": section.heading,
        "strapline": section.strapline,
        "dimension": section.dimension.value if section.dimension else "",
        "stories": [_story(story) for story in section.stories],
        "teaser": clip(told[0], 90) if told else "",
    }


def _chart(paper: Paper) -> dict[str, Any] | None:
    if paper.chart is None:
        if not paper.chart_withheld:
            return None
        return {
            "heading": "Waar we staan",
            "sentence": clip(paper.chart_withheld, 240),
            "drawing": None,
            "note": "",
        }
    drawing = chart_drawing(paper.chart, width=_SIDE, size=_SIZE)
    return {
        "heading": paper.chart.heading,
        "sentence": paper.chart.sentence,
        "drawing": drawing and _drawn(drawing),
        "note": paper.chart.note,
    }


def _emphasis(paper: Paper) -> dict[str, Any] | None:
    emphasis = paper.emphasis
    if emphasis is None:
        return None
    held = not all(story.is_blank for section in paper.sections for story in section.stories)
    drawing = emphasis_drawing(emphasis, width=_SIDE + 25, size=_SIZE)
    total = sum(minutes for _, minutes in emphasis.minutes)
    return {
        "label": "Zo was de tijd verdeeld" if held else "Zo is de tijd verdeeld",
        "script_label": "Zo zag de sessie eruit" if held else "Zo ziet de sessie eruit",
        "heading": f"{total} minuten over Ik, Wij en Wijk" if total else "Het programma",
        "why": clip(emphasis.why, 420),
        "drawing": drawing and _drawn(drawing),
        "script": [clip(line, 80) for line in emphasis.script[:MOST_BLOCKS]],
    }


def _drawn(drawing: Drawing) -> dict[str, str]:
    return {"svg": drawing.svg, "title": drawing.title, "description": drawing.description}


def _quotes(paper: Paper) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Quotes short enough to be seen from afar, and the longer ones, to be read."""
    pulls, voices = [], []
    for quote in paper.quotes:
        text, speaker = _unquoted(quote), clip(quote.speaker, 60)
        if len(text) <= PULL_LONGEST and "\n" not in text:
            pulls.append({"text": text, "speaker": speaker, "lines": [text]})
        else:
            lines = [line for _, line in paragraphs(text)]
            lines = lines if len(lines) <= FEW_LINES else [" ".join(lines)]
            voices.append({"text": text, "speaker": speaker, "lines": lines})
    return pulls, voices


def _unquoted(quote: Quote) -> str:
    """The words alone: the paper sets marks of its own, in one style."""
    text = quote.text.strip()
    if len(text) > 1 and text[0] in MARKS and text[-1] in MARKS:
        return text[1:-1].strip()
    return text


def _promise(promise: Promise) -> dict[str, str]:
    when = f"terugkijken op {long_date(promise.look_back_on)}" if promise.look_back_on else ""
    return {"text": promise.text.strip(), "note": _dotted(clip(promise.who, 50), when)}


def _sources(paper: Paper) -> str:
    names = list(dict.fromkeys(figure.source for figure in paper.figures))
    return f"Bron: {'; '.join(names)}." if names else ""
