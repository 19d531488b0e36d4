"""The chart of steps: a row per subject, as many dots filled as it has steps, the word beside it.

Drawn like the others in `charts`: labelled where the eye is, with the rows of a data table.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from leerkring.foundation.design.drawing import (
    ACCENT,
    INK,
    LINE,
    MUTED,
    Drawing,
    draw,
    fit,
    mark,
    width_of,
    words,
)


@dataclass(frozen=True)
class Step:
    """`filled` of the dots, None where nothing may be told; `told` says the same in a word."""

    label: str
    filled: int | None
    told: str


def steps_chart(
    rows: Sequence[Step],
    *,
    dots: int = 2,
    width: float = 480,
    size: float = 13,
    title: str = "Wat is gedekt",
    columns: tuple[str, str] = ("Onderwerp", "Gedekt"),
) -> Drawing:
    """A word stands at the right, its dots before it, the subject at the left."""
    pitch, radius = size * 2.1, size * 0.42
    tail = max((width_of(row.told, size * 0.85) for row in rows), default=0)
    first = width - tail - size * (0.5 + 1.1 * dots)
    body: list[str] = []
    for index, row in enumerate(rows):
        line = index * pitch + size * 1.2
        middle = line - size * 0.35
        name = fit(row.label, size, first - size)
        body += [
            words(name, "label", x=0, y=line, size=size, weight=600),
            words(row.told, "value", x=width - tail, y=line, size=size * 0.85,
                  fill=MUTED if row.filled is None else INK),
            mark("line", "rule", x1=0, x2=width, y1=line + size * 0.65, y2=line + size * 0.65,
                 stroke=LINE, stroke_width=1),
        ]  # fmt: skip
        if row.filled is None:
            continue
        for dot in range(dots):
            body.append(
                mark("circle", "step", cx=first + size * 1.1 * dot, cy=middle, r=radius,
                     fill=ACCENT if dot < row.filled else "#ffffff", stroke=ACCENT,
                     stroke_width=1.4)
            )  # fmt: skip
    said = "; ".join(f"{row.label}: {row.told}" for row in rows)
    return draw(
        body,
        width=width,
        height=max(len(rows) * pitch, size),
        title=title,
        description=f"{said}.",
        columns=columns,
        table=tuple((row.label, row.told) for row in rows),
        kind="steps",
    )
