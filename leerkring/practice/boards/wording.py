"""What is told of votes, in words and in widths of bars."""

from collections.abc import Sequence
from dataclasses import dataclass

from leerkring.practice.boards.counting import Told, in_steps
from leerkring.practice.scans.coarsening import as_words

MOST_WIDTH = 100


@dataclass(frozen=True)
class Line:
    """One option: what is told of it, and how wide its bar is (0..100; None without a bar).

    `before` and `before_width`: the same of the first vote on a dilemma.
    """

    label: str
    words: str
    width: int | None = None
    before: str = ""
    before_width: int | None = None


def how_many(people: int, k: int) -> str:
    """How many voted, as far as that is told: in steps of k."""
    steps = in_steps(people, k)
    return f"{steps} of meer antwoorden" if steps else f"minder dan {k} antwoorden"


def how_many_cards(cards: int) -> str:
    return f"{cards} kaart" if cards == 1 else f"{cards} kaarten"


def share_words(share: float, told: Told) -> str:
    """«4 van de 10», and at the ends «2 van de 10 of minder»."""
    words = f"{round(10 * share)} van de 10"
    if share <= told.lowest:
        return f"{words} of minder"
    return f"{words} of meer" if share >= told.highest else words


def share_lines(told: Told, labels: Sequence[str], before: Told | None = None) -> list[Line]:
    """Of options or steps, in their order; with the first vote beside it where that is given."""
    lines = []
    for place, (label, share) in enumerate(zip(labels, told.shares, strict=True)):
        line = Line(label, share_words(share, told), _width(share))
        if before:
            was = before.shares[place]
            line = Line(label, line.words, line.width, share_words(was, before), _width(was))
        lines.append(line)
    return lines


def most_first(lines: Sequence[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: -(line.width or 0))


def mean_words(told: Told, high: int) -> str:
    """The mean step of a scale."""
    return as_words(told.means[0], 1, high)


def place_lines(told: Told, labels: Sequence[str]) -> list[Line]:
    """Of a ranking: best first, with the mean place."""
    options = len(labels)
    pairs = sorted(zip(told.means, labels, strict=True), key=lambda pair: pair[0])
    return [
        Line(
            label,
            f"gemiddeld plaats {as_words(mean, 1, options)}",
            round(MOST_WIDTH * (options - mean + 1) / options),
        )
        for mean, label in pairs
    ]


def _width(share: float) -> int:
    return round(MOST_WIDTH * share)
