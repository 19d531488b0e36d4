"""A word cloud as a drawing: lines of words around a middle, the largest in the centre."""

from collections.abc import Sequence
from typing import TypeVar

from leerkring.foundation.design.drawing import ACCENT, INK, WARM, Drawing, draw, fit, width_of
from leerkring.foundation.design.drawing import words as write
from leerkring.practice.boards.clouds import CloudWord

WIDTH, LARGEST, SMALLEST, GAP = 800.0, 76.0, 24.0, 22.0
_COLOURS = (ACCENT, WARM, INK)
T = TypeVar("T")


def draw_cloud(found: Sequence[CloudWord], title: str) -> Drawing:
    """`found` with most cards first. The same words give the same drawing."""
    rows = _rows(found)
    body, top = [], 0.0
    for row in rows:
        top += max(size for _, _, size in row) * 1.15
        used = sum(width_of(word, size) for word, _, size in row) + GAP * (len(row) - 1)
        x = (WIDTH - used) / 2
        for word, colour, size in row:
            body.append(write(word, "word", x=x, y=top, size=size, fill=colour, weight=600))
            x += width_of(word, size) + GAP
    told = ", ".join(f"{each.word} ({each.cards})" for each in found)
    return draw(
        body,
        width=WIDTH,
        height=top + SMALLEST,
        title=title,
        description=told or "Nog geen woorden.",
        columns=("Woord", "Kaarten"),
        table=tuple((each.word, str(each.cards)) for each in found),
        kind="cloud",
    )


def _rows(found: Sequence[CloudWord]) -> list[list[tuple[str, str, float]]]:
    """Words with colour and size, in rows; the first row is the middle one, then below and above.

    Within a row the largest stands in the middle too.
    """
    rows: list[list[tuple[str, str, float]]] = []
    room = 0.0
    most = found[0].cards if found else 1
    for place, each in enumerate(found):
        size = SMALLEST + (LARGEST - SMALLEST) * (each.cards / most) ** 0.7
        word = fit(each.word, size, WIDTH)
        width = width_of(word, size) + GAP
        if not rows or width > room + GAP:
            rows.append([])
            room = WIDTH
        room -= width
        rows[-1].append((word, _COLOURS[place % len(_COLOURS)], size))
    return [_from_the_middle(row) for row in _from_the_middle(rows)]


def _from_the_middle(things: list[T]) -> list[T]:
    """1, 2, 3, 4, 5 becomes 5, 3, 1, 2, 4."""
    return things[::2][::-1] + things[1::2]
