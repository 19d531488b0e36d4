"""For whom a board is, chosen anew."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from leerkring.practice.boards.actions import move_board
from leerkring.practice.boards.forms import BoardForm
from leerkring.practice.boards.rules import may_move, strands_to_lead
from leerkring.practice.boards.views.gate import led_board


@login_required
def moving(request: HttpRequest, pk: int) -> HttpResponse:
    """To a strand that this person leads too, or to everybody."""
    board = led_board(request, pk)
    if board.meeting is None or not may_move(request.user, board):
        raise Http404
    strands = strands_to_lead(request.user, board.meeting)
    begin = {"title": board.title, "strand": board.strand}
    form = BoardForm(request.POST or None, strands=strands, initial=begin)
    if request.method == "POST" and form.is_valid():
        move_board(board, by=request.user, **form.cleaned_data)
        messages.success(request, "Bewaard. De letters blijven dezelfde.")
        return redirect(board)
    context = {"board": board, "form": form}
    status = 422 if form.errors else 200
    return render(request, "boards/moving.html", context, status=status)
