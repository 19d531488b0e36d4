"""The chart of where a unit stands: a mean with its band and its target, on the whole scale.

Drawn like the others in `charts`: labelled where the eye is, with the rows of a data table.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from leerkring.foundation.design.drawing import (
    ACCENT,
    ACCENT_SOFT,
    LINE,
    MUTED,
    WARM,
    Drawing,
    comma,
    draw,
    fit,
    mark,
    width_of,
    words,
)


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
    pad, pitch = size * 0.7, size * 3.1
    span = width - 2 * pad

    def at(value: float) -> float:
        return pad + span * (min(max(value, low), high) - low) / (high - low)

    body: list[str] = []
    for index, point in enumerate(points):
        top = index * pitch + size
        track = top + size * 1.05
        value = f"{comma(point.mean)}, doel {comma(point.target)}"
        room = width - width_of(value, size * 0.85) - size
        body += [
            words(fit(point.label, size, room), "label", x=0, y=top, size=size, weight=700),
            words(
                value, "value", x=width, y=top, size=size * 0.85, fill=MUTED, anchor="end"
            ),
            mark("line", "track", x1=pad, x2=width - pad, y1=track, y2=track, stroke=LINE,
                 stroke_width=1.2),
            mark("rect", "band", x=at(point.low), y=track - size * 0.3,
                 width=max(at(point.high) - at(point.low), 1.0), height=size * 0.6,
                 rx=size * 0.3, fill=ACCENT_SOFT),
            _target(at(point.target), track, size),
            mark("circle", "dot", cx=at(point.mean), cy=track, r=size * 0.34, fill=ACCENT,
                 stroke="#ffffff", stroke_width=1),
        ]  # fmt: skip
    foot = len(points) * pitch + size * 0.6
    small = size * 0.78
    for step in range(int(low), int(high) + 1):
        body.append(
            words(str(step), "tick", x=at(step), y=foot, size=small, fill=MUTED, anchor="middle")
        )
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
