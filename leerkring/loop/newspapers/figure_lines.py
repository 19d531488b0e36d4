"""Figures about a district as lines in a paper: with unit, period and source, never bare."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from leerkring.loop.newspapers.paper import FigureLine
from leerkring.network.figures.definitions import DEFINITIONS

MOST = 5


@dataclass(frozen=True)
class FigureFact:
    """One number about one area; `key` names its definition."""

    key: str
    period: str
    value: Decimal | None
    area_name: str = ""


def figure_lines(figures: Iterable[FigureFact], most: int = MOST) -> list[FigureLine]:
    """The first `most` figures that have a value, in the order of the definitions."""
    order = list(DEFINITIONS)
    known = [figure for figure in figures if figure.value is not None]
    known.sort(key=lambda figure: order.index(figure.key))
    return [
        FigureLine(
            label=DEFINITIONS[figure.key].name,
            value=with_unit(figure),
            period=figure.period,
            source=DEFINITIONS[figure.key].citation(figure.period),
        )
        for figure in known[:most]
    ]


def with_unit(figure: FigureFact) -> str:
    """«42.565» or «19,3%»: Dutch notation, rounded as the definition says."""
    definition = DEFINITIONS[figure.key]
    number = f"{figure.value:,.{definition.decimals}f}".translate(str.maketrans(",.", ".,"))
    return f"{number}%" if definition.unit in {"%", "procent"} else number
