"""A person's own line: per dimension one dot a round on the scale, the newest one filled."""

from collections.abc import Sequence

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

WIDTH, SIZE, PITCH = 360.0, 15.0, 52.0


def own_picture(results: Sequence[OwnResult]) -> Drawing:
    """`results` from old to new, all on the scale of the newest."""
    newest = results[-1]
    span = WIDTH - 2 * SIZE

    def at(value: float) -> float:
        share = (value - newest.low) / (newest.high - newest.low)
        return SIZE + span * min(max(share, 0.0), 1.0)

    body: list[str] = []
    rows = []
    for place, score in enumerate(newest.dimensions):
        top = place * PITCH + SIZE
        track = top + SIZE
        body += [
            words(score.name, "label", x=0, y=top, size=SIZE, weight=700),
            words(_value(score), "value", x=WIDTH, y=top, size=SIZE * 0.85, fill=MUTED,
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
    body.append(mark("line", "target", x1=4, x2=4, y1=foot - 12, y2=foot, stroke=WARM,
                     stroke_width=2.4))  # fmt: skip
    body.append(words("doel", "key", x=12, y=foot, size=SIZE * 0.8, fill=INK))
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


def _value(score: OwnScore) -> str:
    return "te weinig beantwoord" if score.score is None else comma(score.score)


def _same(result: OwnResult, name: str) -> float | None:
    return next((score.score for score in result.dimensions if score.name == name), None)
