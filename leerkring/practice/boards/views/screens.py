"""What is seen in the room: the big screen, and cards on paper."""

from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from leerkring.foundation.privacy.views.untold import untold
from leerkring.foundation.tables.writing import csv_text
from leerkring.practice.answering.qr import qr_svg
from leerkring.practice.boards.export_queries import HEADER, rows_of
from leerkring.practice.boards.figure_queries import figures_of
from leerkring.practice.boards.kinds import Kind
from leerkring.practice.boards.models import Board
from leerkring.practice.boards.outcome_queries import candidates_of, shown
from leerkring.practice.boards.queries import count_of
from leerkring.practice.boards.views.gate import (
    is_barred,
    led_board,
    no_board,
    screen_address,
    wait,
    watched_board,
)
from leerkring.practice.boards.views.leading import standing
from leerkring.practice.pulses.models import Pulse


@login_required
def screen(request: HttpRequest, pk: int) -> HttpResponse:
    """For the projector."""
    return render(request, "boards/screen.html", _context(led_board(request, pk), leads=True))


@login_required
def screen_state(request: HttpRequest, pk: int) -> HttpResponse:
    board = led_board(request, pk)
    if request.GET.get("na") == standing(board):
        return HttpResponse(status=204)
    return untold(render(request, "boards/_screen.html", _context(board, leads=True)))


def watch(request: HttpRequest, code: str, seal: str) -> HttpResponse:
    """The same on a computer where nobody is signed in: it shows, and can do nothing."""
    return _watch(request, code, seal, "boards/screen.html")


def watch_state(request: HttpRequest, code: str, seal: str) -> HttpResponse:
    return _watch(request, code, seal, "boards/_screen.html")


def _watch(request: HttpRequest, code: str, seal: str, template: str) -> HttpResponse:
    if is_barred(request):
        return wait(request)
    board = watched_board(request, code, seal)
    if board is None:
        return no_board(request)
    if request.GET.get("na") == standing(board):
        return HttpResponse(status=204)
    return untold(render(request, template, _context(board, leads=False)))


@login_required
def sheets(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer cards to print, of one question or of all that were made."""
    board = led_board(request, pk)
    questions = board.questions.all()
    chosen = request.GET.get("vraag", "")
    if chosen.isascii() and chosen.isdecimal() and len(chosen) < 12:
        questions = questions.filter(pk=int(chosen))
    printable = [
        (each, candidates_of(each) if each.as_kind is Kind.UPVOTE else []) for each in questions
    ]
    context = _context(board, leads=True) | {"questions": printable, "each": range(4)}
    return render(request, "boards/sheets.html", context)


@login_required
def export(request: HttpRequest, pk: int) -> HttpResponse:
    """All cards, and of votes what may be told. At any moment."""
    board = led_board(request, pk)
    table = csv_text(HEADER, rows_of(board), for_excel=True)
    name = f"bord-{board.pk}-{date.today().isoformat()}.csv"  # noqa: DTZ011  (a name only)
    response = HttpResponse(table, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return untold(response)


def _context(board: Board, *, leads: bool) -> dict[str, Any]:
    """`leads`: of a closed board they see also what was never shown to the room."""
    running = board.running
    seal = screen_address(board)
    address = settings.SITE_URL + reverse("boards:phone", args=[board.code])
    context: dict[str, Any] = {
        "board": board,
        "standing": standing(board),
        "question": running,
        "qr": qr_svg(address, label=f"QR-code naar {address}"),
        "join": settings.SITE_URL.split("//")[-1] + reverse("boards:join"),
        "k": settings.K_TEAM,
        "leads": leads,
        "state": reverse("boards:screen_state", args=[board.pk]) if leads else f"{seal}stand/",
    }
    if board.asking:
        context |= _asking(board.asking)
    if running:
        context |= {
            "shown": shown(running, reveal=leads and board.is_closed),
            "count": "" if board.is_closed else count_of(running),
        }
    else:
        context["figures"] = figures_of(board)
    return context


def _asking(pulse: Pulse) -> dict[str, Any]:
    address = settings.SITE_URL + reverse("pulses:answer", args=[pulse.code])
    return {
        "asking": pulse,
        "asking_qr": qr_svg(address, label=f"QR-code naar {address}"),
        "asking_url": address.split("//")[-1],
    }
