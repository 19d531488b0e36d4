"""How many teams need what, drawn: the same picture on the page and on paper."""

from collections.abc import Sequence
from itertools import groupby

from leerkring.foundation.design.drawing import (
    DISTRICT,
    INK,
    MUTED,
    SELF,
    TEAM,
    TINT,
    Drawing,
    draw,
    fit,
    mark,
    width_of,
    words,
)
from leerkring.loop.advice.needs import Need
from leerkring.loop.advice.wording import between, counted, teams_used, whole
from leerkring.practice.scans.dimensions import Dimension

WHITE = "#ffffff"
_TONE = {Dimension.SELF: SELF, Dimension.TEAM: TEAM, Dimension.DISTRICT: DISTRICT}
_WIDE = 36  # from this many times the type size, a name stands beside its bar, not above it
_COLUMNS = ("Competentie", "Teams met behoefte", "Waarschijnlijk", "Zelf gevraagd")


def needs_picture(
    needs: Sequence[Need],
    *,
    width: float = 400,
    size: float = 15,
    title: str = "Hoeveel teams waarschijnlijk een behoefte hebben",
) -> Drawing | None:
    """A bar per competence, in the order of the instrument, under the name of its dimension.

    The whole track is every team that could be counted, so that no bar looks longer than it is;
    it is longer when more teams than those asked for something. The line across the end of a bar
    is its interval, the open dot how many teams asked for it.
    None when there is nothing to count.
    """
    used = teams_used(needs)
    if not used:
        return None
    scale = max(used, *(need.asked for need in needs))
    beside = width >= _WIDE * size
    left = width * 0.31 if beside else 0.0
    tail = width_of(whole(scale), size) + size * 0.8
    room = width - left - tail
    pitch = size * (1.62 if beside else 2.7)
    body: list[str] = []
    y = 0.0
    for dimension, group in groupby(needs, key=lambda need: need.dimension):
        y += size * 1.15
        body.append(_heading(dimension, y, size))
        y += size * 0.55
        for need in group:
            body += _row(need, scale, left, room, y, size, beside)
            y += pitch
        y += size * 0.5
    y += size * 0.35
    small = size * (0.85 if beside else 1)  # on a phone no word may be smaller than the rest
    body += _scale(scale, left, room, y, small)
    y += size * 1.75
    y = _key(body, needs, left, width, y, size, small)
    said = "; ".join(_said(need) for need in needs)
    return draw(
        body,
        width=width,
        height=y + size * 0.4,
        title=title,
        description=f"Geteld over {counted(used, 'team', 'teams')}. {said}.",
        columns=_COLUMNS,
        table=tuple(
            (need.competence, whole(need.expected), between(need), str(need.asked or ""))
            for need in needs
        ),
        kind="advice-needs",
    )


def _heading(dimension: Dimension, y: float, size: float) -> str:
    return words(dimension.label, "dimension", x=0, y=y, size=size, fill=_TONE[dimension],
                 weight=700)  # fmt: skip


def _row(
    need: Need, scale: int, left: float, room: float, top: float, size: float, beside: bool
) -> list[str]:
    name = need.competence[:1].upper() + need.competence[1:]
    thick = size * 0.8
    line = top + size * 0.2 if beside else top + size * 1.3
    middle = line + thick / 2
    label_y = middle + size * 0.34 if beside else top + size * 0.9

    def at(count: float) -> float:
        return left + room * count / scale

    drawn = [
        words(fit(name, size, left - size if beside else room), "label", x=0, y=label_y, size=size),
        mark("rect", "ground", x=left, y=line, width=room, height=thick, fill=TINT),
        mark("rect", "bar", x=left, y=line, width=at(need.expected) - left, height=thick,
             fill=_TONE[need.dimension]),
        words(whole(need.expected), "value", x=left + room + size * 0.8, y=middle + size * 0.34,
              size=size, weight=700),
    ]  # fmt: skip
    if need.low != need.high:
        drawn += whisker(at(need.low), at(need.high), middle, size)
    if need.asked:
        drawn.append(_dot(at(need.asked), middle, size))
    return drawn


def whisker(low: float, high: float, y: float, size: float) -> list[str]:
    """An interval that can be seen on a dark bar and beside it: ink with a white edge."""
    end = size * 0.24
    lines = ({"x1": low, "x2": high, "y1": y, "y2": y},
             {"x1": low, "x2": low, "y1": y - end, "y2": y + end},
             {"x1": high, "x2": high, "y1": y - end, "y2": y + end})  # fmt: skip
    edge = [mark("line", "whisker-edge", **one, stroke=WHITE, stroke_width=size * 0.26,
                 stroke_linecap="square") for one in lines]  # fmt: skip
    return edge + [
        mark("line", "whisker", **one, stroke=INK, stroke_width=size * 0.1) for one in lines
    ]


def _dot(x: float, y: float, size: float) -> str:
    return mark("circle", "asked", cx=x, cy=y, r=size * 0.27, fill=WHITE, stroke=INK,
                stroke_width=size * 0.12)  # fmt: skip


def _scale(scale: int, left: float, room: float, y: float, small: float) -> list[str]:
    return [
        words("0", "tick", x=left, y=y, size=small, fill=MUTED),
        words(counted(scale, "team", "teams"), "tick", x=left + room, y=y, size=small, fill=MUTED,
              anchor="end"),
    ]  # fmt: skip


def _key(
    body: list[str],
    needs: Sequence[Need],
    left: float,
    width: float,
    y: float,
    size: float,
    small: float,
) -> float:
    """What the marks mean, on as many lines as it takes; gives the last line's height back."""
    mark_wide = size * 1.7
    entries = [("bar", "naar verwachting"), ("whisker", "waarschijnlijk hiertussen")]
    if any(need.asked for need in needs):
        entries.append(("dot", "vroegen er zelf om"))
    x = left
    for kind, text in entries:
        wide = mark_wide + width_of(text, small)
        if x > left and x + wide > width:
            x, y = left, y + size * 1.4
        middle = y - small * 0.34
        if kind == "bar":
            body.append(mark("rect", "key-bar", x=x, y=middle - size * 0.3, width=size * 1.2,
                             height=size * 0.6, fill=MUTED))  # fmt: skip
        elif kind == "whisker":
            body += whisker(x, x + size * 1.2, middle, size)
        else:
            body.append(_dot(x + size * 0.6, middle, size))
        body.append(words(text, "key", x=x + mark_wide, y=y, size=small, fill=MUTED))
        x += wide + size * 1.1
    return y


def _said(need: Need) -> str:
    asked = f", zelf gevraagd door {need.asked}" if need.asked else ""
    return (
        f"{need.competence}: {whole(need.expected)}, waarschijnlijk tussen {need.low} en "
        f"{need.high}{asked}"
    )
