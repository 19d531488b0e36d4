"""What is seen in the room: the big screen, and cards on paper."""

from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from leerkring.foundation.tables.writing import csv_text
from leerkring.practice.answering.qr import qr_svg
from leerkring.practice.boards.actions import show_figures
from leerkring.practice.boards.export_queries import HEADER, rows_of
from leerkring.practice.boards.figure_forms import FiguresForm
from leerkring.practice.boards.figure_queries import figures_of
from leerkring.practice.boards.models import Board
from leerkring.practice.boards.queries import count_of, shown
from leerkring.practice.boards.views.gate import led_board, private
from leerkring.practice.boards.views.leading import standing


@login_required
def screen(request: HttpRequest, pk: int) -> HttpResponse:
    """For the projector."""
    return render(request, "boards/screen.html", _context(led_board(request, pk)))


@login_required
def screen_state(request: HttpRequest, pk: int) -> HttpResponse:
    board = led_board(request, pk)
    if request.GET.get("na") == standing(board):
        return HttpResponse(status=204)
    return private(render(request, "boards/_screen.html", _context(board)))


@login_required
def sheets(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer cards to print, of one question or of all that were made."""
    board = led_board(request, pk)
    questions = board.questions.all()
    chosen = request.GET.get("vraag", "")
    if chosen.isascii() and chosen.isdecimal() and len(chosen) < 12:
        questions = questions.filter(pk=int(chosen))
    printable = [each for each in questions if each.kind != "upvote"]
    context = _context(board) | {"questions": printable, "each": range(4)}
    return render(request, "boards/sheets.html", context)


@login_required
def export(request: HttpRequest, pk: int) -> HttpResponse:
    """All cards, and of votes what may be told. At any moment."""
    board = led_board(request, pk)
    table = csv_text(HEADER, rows_of(board), for_excel=True)
    name = f"bord-{board.pk}-{date.today().isoformat()}.csv"  # noqa: DTZ011  (a name only)
    response = HttpResponse(table, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return private(response)


@login_required
def figures(request: HttpRequest, pk: int) -> HttpResponse:
    """Which figures stand beside the welcome."""
    board = led_board(request, pk)
    form = FiguresForm(board, request.POST or None, area=request.GET.get("wijk", ""))
    if request.method == "POST" and form.is_valid():
        show_figures(board, form.chosen(), by=request.user)
        return redirect(board)
    context = {"board": board, "form": form}
    return render(request, "boards/figures.html", context, status=422 if form.errors else 200)


def _context(board: Board) -> dict[str, Any]:
    running = board.running
    address = settings.SITE_URL + reverse("boards:phone", args=[board.code])
    context: dict[str, Any] = {
        "board": board,
        "standing": standing(board),
        "question": running,
        "qr": qr_svg(address, label=f"QR-code naar {address}"),
        "join": settings.SITE_URL.split("//")[-1] + reverse("boards:join"),
        "k": settings.K_TEAM,
    }
    if running:
        context |= {
            "shown": shown(running, reveal=board.is_closed),
            "count": "" if board.is_closed else count_of(running),
        }
    else:
        context["figures"] = figures_of(board)
    return context
