"""Which figures stand beside the welcome, and those that who leads brings along."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from leerkring.network.figures.models import Figure
from leerkring.practice.boards.actions import change, hold
from leerkring.practice.boards.models import Board, OwnFigure, ShownFigure


@transaction.atomic
def show_figures(board: Board, figures: Sequence[tuple[Figure, str]], *, by: Any) -> None:
    """These figures beside the welcome, each with the name of its area, and no others."""
    hold(board)
    board.shown_figures.all().delete()
    ShownFigure.objects.bulk_create(
        ShownFigure(board=board, figure=figure, area=area) for figure, area in figures
    )
    change(board, by=by, did="koos de cijfers bij het welkom")


@transaction.atomic
def bring_figure(board: Board, *, by: Any, **said: str) -> OwnFigure:
    """A figure of one's own; `said` are the words of the row, all but `against` filled in."""
    hold(board)
    made = OwnFigure.objects.create(board=board, **said)
    change(board, by=by, did="zette een eigen cijfer bij het welkom")
    return made


@transaction.atomic
def take_figure_away(figure: OwnFigure, *, by: Any) -> None:
    board = hold(figure.board)
    figure.delete()
    change(board, by=by, did="haalde een eigen cijfer weg")
