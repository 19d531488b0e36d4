"""Which figures stand beside the welcome."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from leerkring.practice.boards.figure_actions import bring_figure, show_figures, take_figure_away
from leerkring.practice.boards.figure_forms import FiguresForm, OwnFigureForm
from leerkring.practice.boards.models import Board
from leerkring.practice.boards.views.gate import led_board
from leerkring.practice.boards.views.pressing import button


@login_required
def figures(request: HttpRequest, pk: int) -> HttpResponse:
    board = led_board(request, pk)
    form = FiguresForm(board, request.POST or None, area=request.GET.get("wijk", ""))
    if request.method == "POST" and form.is_valid():
        show_figures(board, form.chosen(), by=request.user)
        return redirect(board)
    return _page(request, board, form=form)


@button
def own_figure(request: HttpRequest, board: Board) -> HttpResponse:
    """One that who leads brings along."""
    form = OwnFigureForm(board, request.POST)
    if not form.is_valid():
        return _page(request, board, own_form=form)
    bring_figure(board, by=request.user, **form.cleaned_data)
    return redirect("boards:figures", board.pk)


@button
def own_figure_removal(request: HttpRequest, board: Board, figure: int) -> HttpResponse:
    take_figure_away(get_object_or_404(board.own_figures, pk=figure), by=request.user)
    return redirect("boards:figures", board.pk)


def _page(request: HttpRequest, board: Board, **forms: Any) -> HttpResponse:
    context = {
        "board": board,
        "form": FiguresForm(board),
        "own_form": OwnFigureForm(board),
        "own": board.own_figures.all(),
    }
    status = 422 if any(form.errors for form in forms.values()) else 200
    return render(request, "boards/figures.html", context | forms, status=status)
