"""Our own small charts: how an afternoon was divided, what is needed (and `standing_chart`).

Each says one thing, is labelled where the eye is, and comes with the rows of a data table. A
caller writes the point in a sentence above it. Widths are in user units: on paper a unit is a
point, on screen the drawing scales with its container. Text is cut before it can overflow.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from leerkring.foundation.design.drawing import (
    ACCENT,
    ACCENT_SOFT,
    DISTRICT,
    INK,
    MUTED,
    SELF,
    TEAM,
    TINT,
    WARM,
    WARM_SOFT,
    Drawing,
    comma,
    draw,
    fit,
    mark,
    width_of,
    words,
)


@dataclass(frozen=True)
class Bar:
    """An amount, if known with the band around it, in the unit of the whole chart."""

    label: str
    value: float
    low: float | None = None
    high: float | None = None


# In the order Ik, Wij, Wijk; what comes after those is given a soft ground.
_SHARES = (
    (SELF, "#ffffff"), (TEAM, "#ffffff"), (DISTRICT, "#ffffff"), (ACCENT_SOFT, INK),
    (WARM_SOFT, INK),
)  # fmt: skip


def emphasis_bar(
    shares: Sequence[tuple[str, int]],
    *,
    width: float = 480,
    size: float = 13,
    title: str = "Zo was de tijd verdeeld",
) -> Drawing:
    """Minutes per part in one bar, labelled in or under it; parts of no minutes are left out."""
    shown = [(label, minutes) for label, minutes in shares if minutes > 0]
    total = sum(minutes for _, minutes in shown) or 1
    height, gap = size * 2.0, 2.0
    body, x = [], 0.0
    for index, (label, minutes) in enumerate(shown):
        wide = (width - gap * (len(shown) - 1)) * minutes / total
        fill, ink = _SHARES[index % len(_SHARES)]
        body.append(
            mark("rect", f"share-{index + 1}", x=x, y=0, width=wide, height=height, rx=2, fill=fill)
        )
        name = fit(label, size, wide - size)
        if name:
            body.append(
                words(
                    name, f"on-share-{index + 1}", x=x + size * 0.5, y=height / 2 + size * 0.36,
                    size=size, fill=ink, weight=700,
                )
            )  # fmt: skip
        body.append(
            words(fit(f"{minutes} min", size * 0.85, wide), "value", x=x + 1,
                  y=height + size * 1.15, size=size * 0.85, fill=MUTED)
        )  # fmt: skip
        x += wide + gap
    said = ", ".join(f"{label} {minutes} minuten" for label, minutes in shown)
    return draw(
        body,
        width=width,
        height=height + size * 1.5,
        title=title,
        description=f"Van {total if shown else 0} minuten: {said or 'nog niets verdeeld'}.",
        columns=("Onderdeel", "Minuten"),
        table=tuple((label, str(minutes)) for label, minutes in shown),
        kind="emphasis",
    )


def needs(
    bars: Sequence[Bar],
    *,
    unit: str = "teams",
    width: float = 480,
    size: float = 13,
    title: str = "Waar behoefte aan is",
    decimals: int = 0,
) -> Drawing:
    """A bar per need, longest room for the label above it, a whisker where a band is known."""
    pitch, thick = size * 2.5, size * 0.72
    tail = max((width_of(comma(b.value, decimals), size) for b in bars), default=0) + size * 0.6
    top = max((max(b.value, b.high or 0) for b in bars), default=0) or 1
    body: list[str] = []
    rows = []
    for index, bar in enumerate(bars):
        y = index * pitch + size
        line = y + size * 0.5
        length = (width - tail) * bar.value / top
        body += [
            words(fit(bar.label, size, width), "label", x=0, y=y, size=size),
            mark("rect", "ground", x=0, y=line, width=width - tail, height=thick, fill=TINT),
            mark("rect", "bar", x=0, y=line, width=length, height=thick, fill=ACCENT),
            words(comma(bar.value, decimals), "value", x=width, y=line + thick * 0.95, size=size,
                  weight=700, anchor="end"),
        ]  # fmt: skip
        band = ""
        if bar.low is not None and bar.high is not None:
            body += _whisker(bar.low / top, bar.high / top, width - tail, line + thick / 2, size)
            band = f"{comma(bar.low, decimals)} – {comma(bar.high, decimals)}"
        rows.append((bar.label, comma(bar.value, decimals), band))
    said = "; ".join(
        f"{label}: {value}{f' ({band})' if band else ''}" for label, value, band in rows
    )
    return draw(
        body,
        width=width,
        height=max(len(bars) * pitch, size),
        title=title,
        description=f"Aantal {unit} per onderwerp. {said}.",
        columns=("Onderwerp", unit.capitalize(), "Marge"),
        table=tuple(rows),
        kind="needs",
    )


def _whisker(low: float, high: float, room: float, y: float, size: float) -> list[str]:
    ends = {"y1": y - size * 0.22, "y2": y + size * 0.22, "stroke": WARM, "stroke_width": 1.4}
    return [
        mark("line", "whisker", x1=low * room, x2=high * room, y1=y, y2=y, stroke=WARM,
             stroke_width=1.4),
        mark("line", "whisker", x1=low * room, x2=low * room, **ends),
        mark("line", "whisker", x1=high * room, x2=high * room, **ends),
    ]  # fmt: skip
