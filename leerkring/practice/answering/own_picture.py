"""A person's own result: in words, and as a line with a dot a round on the scale of the newest."""

from collections.abc import Sequence
from dataclasses import dataclass

from leerkring.foundation.design.drawing import (
    ACCENT,
    ACCENT_SOFT,
    INK,
    LINE,
    MUTED,
    WARM,
    Drawing,
    comma,
    draw,
    mark,
    words,
)
from leerkring.practice.answering.own_scores import OwnResult, OwnScore
from leerkring.practice.scans.dimensions import Dimension

WIDTH, SIZE, PITCH = 360.0, 16.0, 58.0
NEAR = 0.5  # of a step: closer to the target than this is called "net onder"
ABOUT = {
    Dimension.SELF: "jij in je werk",
    Dimension.TEAM: "jullie als team, zoals jij het ziet",
    Dimension.DISTRICT: "jullie plek in de wijk, zoals jij die ziet",
}


@dataclass(frozen=True)
class Standing:
    """One dimension in words."""

    name: str
    about: str
    words: str
    is_short: bool


def standings(result: OwnResult) -> tuple[Standing, ...]:
    return tuple(
        Standing(score.name, ABOUT[score.dimension], _words(score, result.high), score.is_short)
        for score in result.dimensions
    )


def _words(score: OwnScore, high: int) -> str:
    if score.score is None:
        return "Je beantwoordde te weinig stellingen om hier iets over te zeggen."
    place = "op of boven" if not score.is_short else "onder"
    if score.is_short and score.target - score.score < NEAR:
        place = "net onder"
    return f"{comma(score.score)} van de {high}: {place} het doel van {comma(score.target)}."


def own_picture(results: Sequence[OwnResult]) -> Drawing:
    """`results` from old to new, all on the scale of the newest."""
    newest = results[-1]
    span = WIDTH - 2 * SIZE

    def at(value: float) -> float:
        share = (value - newest.low) / (newest.high - newest.low)
        return SIZE + span * min(max(share, 0.0), 1.0)

    body: list[str] = []
    rows: list[tuple[str, ...]] = []
    for place, score in enumerate(newest.dimensions):
        top = place * PITCH + SIZE
        track = top + SIZE * 1.2
        body += [
            words(score.name, "label", x=0, y=top, size=SIZE, weight=700),
            words(_value(score), "value", x=WIDTH, y=top, size=SIZE * 0.85, fill=MUTED,
                  anchor="end"),
            words(str(newest.low), "end", x=0, y=track + 5, size=SIZE * 0.8, fill=MUTED),
            words(str(newest.high), "end", x=WIDTH, y=track + 5, size=SIZE * 0.8, fill=MUTED,
                  anchor="end"),
            mark("line", "track", x1=SIZE, x2=WIDTH - SIZE, y1=track, y2=track, stroke=LINE),
            mark("line", "target", x1=at(score.target), x2=at(score.target), y1=track - 8,
                 y2=track + 8, stroke=WARM, stroke_width=2.4),
        ]  # fmt: skip
        earlier = [_same(result, score.name) for result in results[:-1]]
        for value in [one for one in earlier if one is not None]:
            body.append(mark("circle", "dot", cx=at(value), cy=track, r=4.5, fill=ACCENT_SOFT))
        if score.score is not None:
            body.append(mark("circle", "dot", cx=at(score.score), cy=track, r=6, fill=ACCENT))
        rows.append((score.name, _value(score), comma(score.target)))
    foot = len(newest.dimensions) * PITCH + SIZE
    body += _legend(foot, with_earlier=len(results) > 1)
    said = "; ".join(f"{name}: {value}, doel {target}" for name, value, target in rows)
    return draw(
        body,
        width=WIDTH,
        height=foot + 6,
        title="Waar sta ik?",
        description=f"Schaal van {newest.low} tot {newest.high}. {said}.",
        columns=("Onderdeel", "Jouw score", "Doel"),
        table=tuple(rows),
        kind="own",
    )


def _legend(y: float, *, with_earlier: bool) -> list[str]:
    middle, size = y - SIZE * 0.3, SIZE * 0.85
    body = [
        mark("circle", "dot", cx=6, cy=middle, r=6, fill=ACCENT),
        words("nu", "key", x=18, y=y, size=size, fill=INK),
        mark("line", "target", x1=56, x2=56, y1=middle - 8, y2=middle + 8, stroke=WARM,
             stroke_width=2.4),
        words("doel", "key", x=64, y=y, size=size, fill=INK),
    ]  # fmt: skip
    if with_earlier:
        body.append(mark("circle", "dot", cx=116, cy=middle, r=4.5, fill=ACCENT_SOFT))
        body.append(words("eerder", "key", x=126, y=y, size=size, fill=INK))
    return body


def _value(score: OwnScore) -> str:
    return "te weinig beantwoord" if score.score is None else comma(score.score)


def _same(result: OwnResult, name: str) -> float | None:
    return next((score.score for score in result.dimensions if score.name == name), None)
