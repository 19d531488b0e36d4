"""The ring of five steps as a drawing that stands by itself: in print and beside a text."""

from math import cos, pi, sin

from leerkring.foundation.design.drawing import (
    ACCENT_SOFT,
    INK,
    MUTED,
    WARM,
    Drawing,
    draw,
    mark,
    width_of,
    words,
)

STEPS = ("peilen", "op maat", "ontmoeten", "vastleggen", "delen")


def ring_chart(
    current: str | None = None, *, labels: bool = True, width: float = 240, size: float = 13
) -> Drawing:
    """Five arcs, clockwise from the top; `current` is one of STEPS or None.

    Without labels it is a small ornament of `width` by `width`. Raises ValueError on another word.
    """
    if current is not None and current not in STEPS:
        raise ValueError(f"«{current}» is geen stap van de ring: kies uit {', '.join(STEPS)}.")
    radius = width * 0.4
    if labels:
        widest = max(width_of(step, size) for step in STEPS)
        radius = max(min(width * 0.2, width / 2 - widest - size * 1.2), size)
    height = 2 * (radius + size * 1.9) if labels else width
    x, y = width / 2, height / 2
    thick = radius * 0.26
    body = []
    for index, step in enumerate(STEPS):
        here = step == current
        body.append(_arc(x, y, radius, index, thick, WARM if here else ACCENT_SOFT, here))
        if labels:
            body.append(_label(step, x, y, radius + size * 0.95, index, size, here))
    said = f"De ring: {', '.join(STEPS)}, en dan opnieuw."
    where = f" Nu: {current}." if current else ""
    return draw(
        body,
        width=width,
        height=height,
        title="De ring van vijf stappen",
        description=said + where,
        columns=("Stap", "Nu"),
        table=tuple((step, "ja" if step == current else "") for step in STEPS),
        kind="ring",
    )


def _angle(part: float) -> float:
    return 2 * pi * part / len(STEPS) - pi / 2


def _arc(x: float, y: float, r: float, index: int, thick: float, fill: str, here: bool) -> str:
    gap = 0.045
    start, end = _angle(index - 0.5 + gap), _angle(index + 0.5 - gap)
    path = (
        f"M{x + r * cos(start):.2f} {y + r * sin(start):.2f}"
        f"A{r:.2f} {r:.2f} 0 0 1 {x + r * cos(end):.2f} {y + r * sin(end):.2f}"
    )
    return mark(
        "path", "step-now" if here else "step", d=path, fill="none", stroke=fill,
        stroke_width=thick,
    )  # fmt: skip


def _label(step: str, x: float, y: float, r: float, index: int, size: float, here: bool) -> str:
    angle = _angle(index)
    side = cos(angle)
    anchor = "middle" if abs(side) < 0.2 else "start" if side > 0 else "end"
    down = size * 0.35 + sin(angle) * size * 0.3
    return words(
        step, "step-label", x=x + r * side, y=y + r * sin(angle) + down, size=size,
        fill=INK if here else MUTED, weight=700 if here else 400, anchor=anchor,
    )  # fmt: skip
