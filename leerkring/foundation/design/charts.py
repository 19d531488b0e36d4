"""Our own small charts: where a unit stands, how an afternoon was divided, what is needed.

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
    LINE,
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
class Point:
    """A mean with its band and the mark it is held against, all on one scale."""

    label: str
    mean: float
    low: float
    high: float
    target: float


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


def _target(x: float, y: float, size: float) -> str:
    return mark(
        "line", "target", x1=x, x2=x, y1=y - size * 0.55, y2=y + size * 0.55, stroke=WARM,
        stroke_width=size * 0.18, stroke_linecap="round",
    )  # fmt: skip


def _whisker(low: float, high: float, room: float, y: float, size: float) -> list[str]:
    ends = {"y1": y - size * 0.22, "y2": y + size * 0.22, "stroke": WARM, "stroke_width": 1.4}
    return [
        mark("line", "whisker", x1=low * room, x2=high * room, y1=y, y2=y, stroke=WARM,
             stroke_width=1.4),
        mark("line", "whisker", x1=low * room, x2=low * room, **ends),
        mark("line", "whisker", x1=high * room, x2=high * room, **ends),
    ]  # fmt: skip
