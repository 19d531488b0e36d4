"""What a pulse says, in words and in a picture: one line for each statement or topic."""

from dataclasses import dataclass

from leerkring.foundation.design.drawing import (
    ACCENT,
    INK,
    LINE,
    MUTED,
    Drawing,
    comma,
    draw,
    mark,
    words,
)
from leerkring.practice.scans.coarsening import as_words, ends
from leerkring.practice.scans.instruments import Instrument, Item
from leerkring.practice.scans.results import Accord, ScaleResult, UnitResult

_ACCORD = {
    Accord.AGREED: "Jullie zien dit hetzelfde.",
    Accord.MIXED: "Jullie zien dit deels hetzelfde.",
    Accord.DIVIDED: "Jullie zien dit verschillend.",
}
_WIDTH, _SIZE, _PAD = 400.0, 15.0, 14.0


@dataclass(frozen=True)
class Line:
    """One statement: what it asked, what was said to it, and the same as a picture.

    `drawing` is None, and `told` says so, where too few people answered this one statement.
    """

    code: str
    statement: str
    told: str
    drawing: Drawing | None = None


def lines_of(result: UnitResult, instrument: Instrument) -> tuple[Line, ...]:
    """A line for each statement, in the order they were asked; for topics, most chosen first.

    Topics that may not be told come last. Only what was released stands in `result`.
    """
    found = [(item, result.competences.get(item.competence)) for item in instrument.items]
    if instrument.options == 2:
        found.sort(key=lambda each: -(each[1].mean if each[1] else -1))
        return tuple(_topic(item, told) for item, told in found)
    return tuple(_statement(item, told, instrument) for item, told in found)


def _statement(item: Item, result: ScaleResult | None, asked: Instrument) -> Line:
    if result is None:
        return Line(item.code, item.statement, "Hierover kunnen we niets zeggen.")
    low, high = asked.low, asked.high
    mean = as_words(result.mean, low, high)
    told = (
        f"Gemiddeld {mean}, op een schaal van {low} ({asked.ends[0]}) tot {high} ({asked.ends[1]})."
    )
    if result.accord:
        told += f" {_ACCORD[result.accord]}"
    drawing = _on_the_scale(item.statement, result.mean, told, asked)
    return Line(item.code, item.statement, told, drawing)


def _topic(item: Item, result: ScaleResult | None) -> Line:
    if result is None:
        return Line(item.code, item.statement, "Hierover kunnen we niets zeggen.")
    least, most = ends(0, 1)
    tenths = f"{round(10 * result.mean)} van de 10 mensen"
    edge = {least: " of minder", most: " of meer"}.get(result.mean, "")
    told = f"Ongeveer {tenths}{edge} kozen dit." if not edge else f"{tenths}{edge} kozen dit."
    return Line(item.code, item.statement, told, _as_a_bar(item.statement, result.mean, told))


def _on_the_scale(title: str, mean: float, told: str, asked: Instrument) -> Drawing:
    low, high = asked.low, asked.high
    span = _WIDTH - 2 * _PAD

    def at(value: float) -> float:
        return _PAD + span * (value - low) / (high - low)

    track, foot = _SIZE * 0.9, _SIZE * 2.6
    body = [
        mark("line", "track", x1=at(low), x2=at(high), y1=track, y2=track, stroke=LINE,
             stroke_width=6, stroke_linecap="round"),
        *(mark("circle", "step", cx=at(step), cy=track, r=3.0, fill=MUTED)
          for step in range(low, high + 1)),
        mark("circle", "dot", cx=at(mean), cy=track, r=_SIZE * 0.6, fill=ACCENT),
        words(asked.ends[0], "end", x=0.0, y=foot, size=_SIZE, fill=INK),
        words(asked.ends[1], "end", x=_WIDTH, y=foot, size=_SIZE, fill=INK, anchor="end"),
    ]  # fmt: skip
    return draw(
        body,
        width=_WIDTH,
        height=foot + _SIZE * 0.5,
        title=title,
        description=told,
        columns=("Stelling", "Gemiddelde"),
        table=((title, comma(mean)),),
        kind="pulse",
    )


def _as_a_bar(title: str, share: float, told: str) -> Drawing:
    height = _SIZE * 1.1
    body = [
        mark("rect", "track", x=0.0, y=0.0, width=_WIDTH, height=height, rx=4, fill=LINE),
        mark("rect", "bar", x=0.0, y=0.0, width=_WIDTH * share, height=height, rx=4, fill=ACCENT),
    ]
    return draw(
        body,
        width=_WIDTH,
        height=height,
        title=title,
        description=told,
        columns=("Onderwerp", "Deel"),
        table=((title, comma(share)),),
        kind="pulse",
    )
