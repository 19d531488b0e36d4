"""What a press of who leads does when others lead too, or a page was left open."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from leerkring.practice.boards.models import Board
from leerkring.practice.boards.views.gate import led_board

Screen = Callable[..., HttpResponse]


def button(press: Screen) -> Screen:
    """A POST of who leads. Who presses after somebody else did wins, and hears of it."""

    @wraps(press)
    @login_required
    @require_POST
    def pressed(request: HttpRequest, pk: int, **about: Any) -> HttpResponse:
        board = led_board(request, pk)
        if is_late(request, board):
            messages.info(request, f"{board.last_by} {board.last_did}, net vóór jou.")
        if "number" in about:
            questions = board.questions.select_related("board")
            question = get_object_or_404(questions, pk=about.pop("number"))
            return press(request, board, question, **about) or redirect(board)
        return press(request, board, **about) or redirect(board)

    return pressed


def is_late(request: HttpRequest, board: Board) -> bool:
    """Whether another did something after the page was made on which this was pressed."""
    seen = request.POST.get("seen", "")
    others = board.last_by_id not in (None, request.user.pk)
    return bool(seen) and seen != str(board.revision) and others


def for_good(press: Screen) -> Screen:
    """What cannot be undone does not happen by a page that was left open in another's board."""

    @wraps(press)
    def pressed(request: HttpRequest, board: Board, *about: Any) -> HttpResponse | None:
        if not is_late(request, board):
            return press(request, board, *about)
        messages.warning(request, "Er is daarom niets gebeurd. Klopt het nog? Druk dan nog eens.")
        return None

    return pressed
