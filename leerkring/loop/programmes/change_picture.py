"""What changed since the previous round, as a picture with its point; no Django, no database."""

from dataclasses import dataclass

from leerkring.foundation.design.change_chart import Move, then_and_now
from leerkring.foundation.design.drawing import Drawing
from leerkring.loop.programmes.wording import listing
from leerkring.practice.scans.change import NO_CHANGE, in_words
from leerkring.practice.scans.coarsening import as_words
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instruments import Instrument
from leerkring.practice.scans.results import Change, UnitKind, UnitResult, Verdict

NO_SAME_PEOPLE = (
    "Van dezelfde mensen, vorige keer en nu, tonen we hier niets. Dat kan alleen als genoeg mensen "
    "daarvoor kozen, en als niemand te herleiden is."
)
CLEAR = "«Duidelijk» zeggen we pas als toeval het verschil bijna niet kan verklaren."


@dataclass(frozen=True)
class PictureOfChange:
    """`drawing` is None where the whole team is not compared; `point` then says so.

    same   per dimension in words how much the same people changed
    note   why there is nothing of the same people
    """

    point: str
    drawing: Drawing | None = None
    same: tuple[tuple[str, str], ...] = ()
    note: str = ""


def change_picture(result: UnitResult, instrument: Instrument) -> PictureOfChange:
    """Of a result that is shown; it may have nothing to compare."""
    same = tuple((d.label, in_words(change)) for d, change in result.same_people.items())
    if not result.change:
        return PictureOfChange(NO_CHANGE, same=same)
    low, high = instrument.low, instrument.high
    moves = [
        _move(d, result.dimensions[d].mean, change, (low, high))
        for d, change in result.change.items()
    ]
    drawing = then_and_now(moves, low=low, high=high, width=400, size=15, title="Toen en nu")
    return PictureOfChange(
        point_of_change(result), drawing, same, note="" if same else NO_SAME_PEOPLE
    )


def point_of_change(result: UnitResult) -> str:
    """The one sentence that the chart is about."""
    forward, back = (
        [d.label for d, change in result.change.items() if change.verdict is verdict]
        for verdict in (Verdict.FORWARD, Verdict.BACK)
    )
    who = "Jullie" if result.kind is UnitKind.TEAM else "De teams samen"
    if forward and back:
        return (
            f"{who} gingen duidelijk vooruit op {listing(forward)}, en duidelijk achteruit op "
            f"{listing(back)}."
        )
    if forward:
        return f"{who} gingen duidelijk vooruit op {listing(forward)}."
    if back:
        return f"{who} gingen duidelijk achteruit op {listing(back)}."
    return "Er is geen duidelijk verschil met de vorige ronde."


def _move(dimension: Dimension, now: float, change: Change, scale: tuple[int, int]) -> Move:
    """The difference is one of means as shown, so this gives the earlier one as it was shown."""
    then = round(now - change.difference, 1)
    row = (as_words(then, *scale), as_words(now, *scale))
    return Move(dimension.label, then, now, in_words(change), row)
