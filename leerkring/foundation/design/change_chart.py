"""The chart of then and now: an open dot, a line and a full dot on the whole scale.

Drawn like the others in `charts`: labelled where the eye is, with the rows of a data table. What
happened stands in words beside it; the colours say nothing that the words do not.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from leerkring.foundation.design.drawing import (
    ACCENT,
    MUTED,
    Drawing,
    comma,
    draw,
    fit,
    mark,
    width_of,
    words,
)
from leerkring.foundation.design.tracks import Tracks


@dataclass(frozen=True)
class Move:
    """A mean then and now on one scale; `told` says in words what that means.

    then, now   where the dots stand
    row         the same for the data table: then, now
    """

    label: str
    then: float
    now: float
    told: str
    row: tuple[str, str] | None = None


def then_and_now(
    moves: Sequence[Move],
    *,
    low: float = 1,
    high: float = 5,
    width: float = 480,
    size: float = 13,
    title: str = "Toen en nu",
) -> Drawing:
    """Two dots per line; `low`..`high` is the whole scale, never cut off."""
    tracks = Tracks(low, high, width, size)
    at, small = tracks.at, tracks.small
    body: list[str] = []
    rows = []
    for index, move in enumerate(moves):
        told = fit(move.told, size * 0.85, width * 0.75)
        y, marks = tracks.track(index, move.label, told)
        body += [
            *marks,
            mark("line", "move", x1=at(move.then), x2=at(move.now), y1=y, y2=y,
                 stroke=ACCENT, stroke_width=size * 0.2),
            _open_dot(at(move.then), y, size),
            mark("circle", "dot", cx=at(move.now), cy=y, r=size * 0.38, fill=ACCENT,
                 stroke="#ffffff", stroke_width=1),
        ]  # fmt: skip
        then, now = move.row or (comma(move.then), comma(move.now))
        rows.append((move.label, then, now, move.told))
    foot, marks = tracks.steps(len(moves))
    body += marks
    key = foot + size * 1.6
    now_at = width_of("vorige ronde", small) + size * 2.4
    body += [
        _open_dot(size * 0.4, key - small * 0.35, size),
        words("vorige ronde", "key", x=size, y=key, size=small, fill=MUTED),
        mark("circle", "dot", cx=now_at, cy=key - small * 0.35, r=size * 0.34, fill=ACCENT),
        words("nu", "key", x=now_at + size * 0.6, y=key, size=small, fill=MUTED),
    ]
    said = "; ".join(f"{label}: eerst {then}, nu {now}, {told}" for label, then, now, told in rows)
    return draw(
        body,
        width=width,
        height=key + size * 0.4,
        title=title,
        description=f"Schaal van {low:g} tot {high:g}. {said}.",
        columns=("Onderdeel", "Vorige ronde", "Nu", "Verschil"),
        table=tuple(rows),
        kind="change",
    )


def _open_dot(x: float, y: float, size: float) -> str:
    return mark(
        "circle", "then", cx=x, cy=y, r=size * 0.3, fill="#ffffff", stroke=ACCENT, stroke_width=1.6
    )
