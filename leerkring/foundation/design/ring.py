"""The ring of five steps, as shapes: where each circle, arc and word stands in the drawing.

Coordinates are in the units of a 400 × 340 view box and already written as text: a page in
Dutch would otherwise print a decimal comma into the drawing.
"""

import math
from dataclasses import dataclass

STEPS = ("peilen", "op maat", "ontmoeten", "vastleggen", "delen")
CENTRE = (200.0, 174.0)
RADIUS = 108.0
NODE = 23.0
GAP = math.radians(18)
TIP = 8.0


@dataclass(frozen=True)
class Node:
    """A step: its circle, its number and its word. State is done, current or coming."""

    name: str
    number: int
    state: str
    x: str
    y: str
    baseline: str
    label_x: str
    label_y: str
    anchor: str


@dataclass(frozen=True)
class Arc:
    """The way from one step to the next: a curve and the two strokes of its arrowhead.

    State is done, coming, or return for the way back to the first step.
    """

    state: str
    path: str
    tip: str


@dataclass(frozen=True)
class Ring:
    nodes: tuple[Node, ...]
    arcs: tuple[Arc, ...]
    current: Node | None

    @property
    def sentence(self) -> str:
        """What the drawing says, for who does not see it."""
        if self.current is None:
            return f"Vijf stappen in een kring: {', '.join(STEPS[:-1])} en {STEPS[-1]}."
        return f"Stap {self.current.number} van {len(STEPS)}: {self.current.name}."


def ring(current: str = "") -> Ring:
    """The ring with `current` (a name from STEPS, or nothing) as the step that is going on.

    Raises ValueError for a step that is not in the ring.
    """
    if current and current not in STEPS:
        raise ValueError(f"«{current}» is geen stap van de kring; kies uit {', '.join(STEPS)}.")
    here = STEPS.index(current) if current else -1
    nodes = tuple(_node(index, _state(index, here)) for index in range(len(STEPS)))
    arcs = tuple(_arc(index, here) for index in range(len(STEPS)))
    return Ring(nodes, arcs, nodes[here] if current else None)


def _state(index: int, here: int) -> str:
    if index == here:
        return "current"
    return "done" if index < here else "coming"


def _node(index: int, state: str) -> Node:
    x, y = _point(_angle(index))
    if index == 0:
        label_x, label_y, anchor = x, y - NODE - 14, "middle"
    elif index in (1, 4):
        side = 1 if index == 1 else -1
        label_x, label_y, anchor = x + side * (NODE + 11), y + 5.5, "start" if side > 0 else "end"
    else:
        label_x, label_y, anchor = x, y + NODE + 26, "middle"
    return Node(
        name=STEPS[index],
        number=index + 1,
        state=state,
        x=_text(x),
        y=_text(y),
        baseline=_text(y + 7.5),
        label_x=_text(label_x),
        label_y=_text(label_y),
        anchor=anchor,
    )


def _arc(index: int, here: int) -> Arc:
    start, end = _angle(index) + GAP, _angle(index + 1) - GAP
    state = "return" if index == len(STEPS) - 1 else "done" if index < here else "coming"
    return Arc(state, f"M{_pair(start)}A{RADIUS} {RADIUS} 0 0 1 {_pair(end)}", _tip(end))


def _tip(angle: float) -> str:
    """Two strokes that look back along the curve, 32 degrees to either side of it."""
    x, y = _point(angle)
    back = angle - math.pi / 2 - TIP / (2 * RADIUS)
    ends = []
    for turn in (math.radians(32), -math.radians(32)):
        ends.append(
            f"{_text(x + TIP * math.cos(back + turn))} {_text(y + TIP * math.sin(back + turn))}"
        )
    return f"M{ends[0]}L{_text(x)} {_text(y)}L{ends[1]}"


def _angle(index: int) -> float:
    return math.tau * index / len(STEPS) - math.pi / 2


def _point(angle: float) -> tuple[float, float]:
    return CENTRE[0] + RADIUS * math.cos(angle), CENTRE[1] + RADIUS * math.sin(angle)


def _pair(angle: float) -> str:
    x, y = _point(angle)
    return f"{_text(x)} {_text(y)}"


def _text(value: float) -> str:
    return f"{value:.1f}"
