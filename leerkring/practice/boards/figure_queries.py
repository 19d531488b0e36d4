"""Figures beside the welcome: a number never without its definition, period and source."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from leerkring.network.figures.definitions import DEFINITIONS
from leerkring.network.figures.models import Figure
from leerkring.network.people.models import District
from leerkring.practice.boards.models import Board, OwnFigure, ShownFigure
from leerkring.practice.gatherings.models import Session
from leerkring.practice.meetings.models import Meeting


@dataclass(frozen=True)
class WelcomeFigure:
    """One number in large type, and in small what it means and where it is from."""

    area: str
    name: str
    value: str
    description: str
    source: str
    against: str = ""
    against_name: str = ""

    @property
    def title(self) -> str:
        return f"{self.name}, {self.area}" if self.area else self.name


def figures_of(board: Board) -> list[WelcomeFigure]:
    rows = board.shown_figures.select_related("figure")
    told = [_as_told(row.figure, row.area) for row in rows if row.figure.key in DEFINITIONS]
    return told + [_own(row) for row in board.own_figures.all()]


def figures_shown_at(about: Meeting | Session) -> list[WelcomeFigure]:
    """Of all boards that were opened, each figure once; two queries."""
    opened = about.boards.filter(opening__isnull=False).values("pk")
    rows = ShownFigure.objects.filter(board__in=opened).select_related("figure")
    told = [_as_told(row.figure, row.area) for row in rows if row.figure.key in DEFINITIONS]
    told += [_own(row) for row in OwnFigure.objects.filter(board__in=opened)]
    return list(dict.fromkeys(told))


def areas() -> list[tuple[str, str]]:
    """(code, name) of the districts of which there are figures."""
    known = Figure.objects.filter(value__isnull=False).values("area_code")
    rows = District.objects.filter(code__in=known).select_related("municipality")
    return [(row.code, f"{row.name}, {row.municipality}") for row in rows]


def newest_of(area: str) -> list[Figure]:
    """The newest of each figure that is known of an area, in the order of the definitions."""
    rows: Iterable[Any] = Figure.objects.filter(area_code=area, value__isnull=False)
    newest: dict[str, Figure] = {}
    for row in sorted(rows, key=lambda figure: figure.period):
        newest[row.key] = row
    return [newest[key] for key in DEFINITIONS if key in newest]


def value_of(figure: Figure) -> str:
    """«42.565» or «19,3%»: Dutch notation, rounded as the definition says."""
    definition = DEFINITIONS[figure.key]
    number = f"{figure.value:,.{definition.decimals}f}".translate(str.maketrans(",.", ".,"))
    return f"{number}%" if definition.unit in {"%", "procent"} else number


def _as_told(figure: Figure, area: str) -> WelcomeFigure:
    definition = DEFINITIONS[figure.key]
    return WelcomeFigure(
        area, definition.name, value_of(figure), definition.description,
        definition.citation(figure.period),
    )  # fmt: skip


def _own(row: OwnFigure) -> WelcomeFigure:
    return WelcomeFigure(
        "", row.name, row.value, row.definition, f"{row.source}, {row.measured}",
        row.against, row.against_name,
    )  # fmt: skip
