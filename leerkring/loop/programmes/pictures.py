"""A unit's result as a picture with its point in a sentence; no Django, no database."""

from dataclasses import dataclass

from leerkring.foundation.design.drawing import Drawing
from leerkring.foundation.design.standing_chart import Point, where_we_stand
from leerkring.practice.scans.coarsening import as_words
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instruments import Instrument
from leerkring.practice.scans.results import Accord, ScaleResult, UnitResult

LIKELY = 0.80
UNLIKELY = 0.20
NOT_VALIDATED = " De vragenlijst is niet gevalideerd: een begin van een gesprek, geen toets."
Z80 = 1.2816  # a band that holds the true mean four times out of five


@dataclass(frozen=True)
class Line:
    """One scale in words: where it stands, how sure that is, how far people agree."""

    label: str
    mean: str
    standing: str
    accord: str


@dataclass(frozen=True)
class PictureOfUnit:
    """`withheld` instead of everything else where nothing may be shown.

    not_shown   scales of which too few people answered enough to tell anything
    """

    withheld: str | None
    point: str = ""
    drawing: Drawing | None = None
    lines: tuple[Line, ...] = ()
    competences: tuple[Line, ...] = ()
    turnout: str = ""
    not_shown: tuple[str, ...] = ()


ACCORD_WORDS = {
    Accord.AGREED: "Jullie zien dit vrijwel hetzelfde.",
    Accord.MIXED: "Jullie zien dit deels hetzelfde.",
    Accord.DIVIDED: "Jullie zien dit verschillend. Praat daar eerst over.",
    None: "",
}


def picture_of(result: UnitResult, instrument: Instrument) -> PictureOfUnit:
    """The picture of one unit, on the scale of what it was asked."""
    if result.withheld is not None:
        return PictureOfUnit(withheld=result.withheld)
    low, high = instrument.low, instrument.high
    points = [
        Point(
            dimension.label,
            scale.mean,
            scale.mean - Z80 * scale.standard_error,
            scale.mean + Z80 * scale.standard_error,
            scale.target,
        )
        for dimension, scale in result.dimensions.items()
    ]
    return PictureOfUnit(
        withheld=None,
        point=point_of(result),
        drawing=where_we_stand(points, low=low, high=high, width=400, size=15) if points else None,
        lines=tuple(_line(d.label, scale, low, high) for d, scale in result.dimensions.items()),
        competences=tuple(
            _line(name.capitalize(), scale, low, high) for name, scale in result.competences.items()
        ),
        turnout=turnout(result) + ("" if instrument.validated else NOT_VALIDATED),
        not_shown=_not_shown(result, instrument),
    )


def point_of(result: UnitResult) -> str:
    """The one sentence that a chart is about, never surer than the figures are."""
    short = [
        dimension.label
        for dimension, scale in result.dimensions.items()
        if scale.probability_short >= LIKELY
    ]
    enough = [
        dimension.label
        for dimension, scale in result.dimensions.items()
        if scale.probability_short <= UNLIKELY
    ]
    if short:
        return f"Op {_and(short)} is het doel waarschijnlijk nog niet gehaald."
    if len(enough) == len(Dimension):
        return "Op Ik, Wij en Wijk is het doel waarschijnlijk gehaald."
    if enough:
        return f"Op {_and(enough)} is het doel waarschijnlijk gehaald; de rest ligt er dicht bij."
    return "Ik, Wij en Wijk liggen alle drie dicht bij het doel."


def turnout(result: UnitResult) -> str:
    """How many answered, and that it is not the whole team when it is not."""
    if not result.answered:
        return ""
    if not result.members:
        return f"{result.answered} mensen vulden de quickscan in."
    words = f"{result.answered} van de {result.members} mensen vulden de quickscan in."
    if result.answered < 0.75 * result.members:
        words += " Dat is niet het hele team: lees de uitkomst als een begin van een gesprek."
    return words


def _not_shown(result: UnitResult, instrument: Instrument) -> tuple[str, ...]:
    dimensions = [d.label for d in instrument.dimensions if d not in result.dimensions]
    names = [name for name in instrument.competences if name not in result.competences]
    return (*dimensions, *names)


def _line(label: str, scale: ScaleResult, low: int, high: int) -> Line:
    return Line(
        label=label,
        mean=as_words(scale.mean, low, high),
        standing=standing(scale),
        accord=ACCORD_WORDS[scale.accord],
    )


def standing(scale: ScaleResult) -> str:
    """In words, at four chances out of five."""
    if scale.probability_short >= LIKELY:
        return "waarschijnlijk onder het doel"
    if scale.probability_short <= UNLIKELY:
        return "waarschijnlijk op of boven het doel"
    return "dicht bij het doel"


def _and(labels: list[str]) -> str:
    return labels[0] if len(labels) == 1 else f"{', '.join(labels[:-1])} en {labels[-1]}"
