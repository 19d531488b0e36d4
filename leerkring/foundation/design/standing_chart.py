"""The chart of where a unit stands: a mean with its band and its target, on the whole scale.

Drawn like the others in `charts`: labelled where the eye is, with the rows of a data table.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from leerkring.foundation.design.drawing import (
    ACCENT,
    ACCENT_SOFT,
    MUTED,
    WARM,
    Drawing,
    comma,
    draw,
    mark,
    width_of,
    words,
)
from leerkring.foundation.design.tracks import Tracks


@dataclass(frozen=True)
class Point:
    """A mean with its band and the mark it is held against, all on one scale."""

    label: str
    mean: float
    low: float
    high: float
    target: float


def where_we_stand(
    points: Sequence[Point],
    *,
    low: float = 1,
    high: float = 5,
    width: float = 480,
    size: float = 13,
    title: str = "Waar we staan",
) -> Drawing:
    """Dot, band and target per line; `low`..`high` is the whole scale, never cut off."""
    tracks = Tracks(low, high, width, size)
    at, small = tracks.at, tracks.small
    body: list[str] = []
    for index, point in enumerate(points):
        value = f"{comma(point.mean)}, doel {comma(point.target)}"
        y, marks = tracks.track(index, point.label, value)
        body += [
            *marks,
            mark("rect", "band", x=at(point.low), y=y - size * 0.3,
                 width=max(at(point.high) - at(point.low), 1.0), height=size * 0.6,
                 rx=size * 0.3, fill=ACCENT_SOFT),
            _target(at(point.target), y, size),
            mark("circle", "dot", cx=at(point.mean), cy=y, r=size * 0.34, fill=ACCENT,
                 stroke="#ffffff", stroke_width=1),
        ]  # fmt: skip
    foot, marks = tracks.steps(len(points))
    body += marks
    key = foot + size * 1.5
    dot, after = size * 0.34, size * 0.9
    body += [
        mark("circle", "dot", cx=dot, cy=key - small * 0.35, r=dot * 0.8, fill=ACCENT),
        words("gemiddelde met marge", "key", x=after, y=key, size=small, fill=MUTED),
        _target(width - width_of("doel", small) - size * 0.7, key - small * 0.35, size * 0.8),
        words("doel", "key", x=width, y=key, size=small, fill=MUTED, anchor="end"),
    ]
    said = "; ".join(
        f"{p.label}: gemiddeld {comma(p.mean)}, waarschijnlijk tussen {comma(p.low)} en "
        f"{comma(p.high)}, doel {comma(p.target)}"
        for p in points
    )
    rows = tuple(
        (p.label, comma(p.mean), f"{comma(p.low)} – {comma(p.high)}", comma(p.target))
        for p in points
    )
    return draw(
        body,
        width=width,
        height=key + size * 0.4,
        title=title,
        description=f"Schaal van {low:g} tot {high:g}. {said}.",
        columns=("Onderdeel", "Gemiddelde", "Marge", "Doel"),
        table=rows,
        kind="stand",
    )


def _target(x: float, y: float, size: float) -> str:
    return mark(
        "line", "target", x1=x, x2=x, y1=y - size * 0.55, y2=y + size * 0.55, stroke=WARM,
        stroke_width=size * 0.18, stroke_linecap="round",
    )  # fmt: skip
