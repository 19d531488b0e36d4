"""Between the board and the shelf of dilemmas."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from leerkring.practice.boards.actions import add_question
from leerkring.practice.boards.kinds import Kind
from leerkring.practice.boards.models import Board, BoardQuestion
from leerkring.practice.boards.shelf_actions import put_on_shelf
from leerkring.practice.boards.shelf_queries import as_dilemma, waiting_for
from leerkring.practice.boards.views.pressing import button
from leerkring.practice.dilemmas.forms import DilemmaForm

BEGUN = {"title": "titel", "one_side": "ene", "other_side": "andere", "text": "tekst"}


@button
def shelf(request: HttpRequest, board: Board, question: BoardQuestion) -> HttpResponse | None:
    """One tap; where something is to be chosen or looked at, the form of the shelf with it in."""
    if question.as_kind is not Kind.DILEMMA or len(question.options) < 2:
        messages.error(request, "Alleen een dilemma gaat naar de plank.")
        return None
    said = as_dilemma(question, request.user)
    form = DilemmaForm(said, person=request.user)
    if form.is_valid():
        put_on_shelf(question, form.put(), by=request.user)
        messages.success(request, "Het dilemma ligt op de plank.")
        return None
    begun = {name: said[key] for key, name in BEGUN.items() if said[key]}
    return redirect(f"{reverse('dilemmas:new')}?{urlencode(begun)}")


@button
def from_shelf(request: HttpRequest, board: Board) -> None:
    """A dilemma on the programme becomes a question."""
    chosen = request.POST.get("dilemma", "")
    number = int(chosen) if chosen.isascii() and chosen.isdecimal() and len(chosen) < 12 else 0
    dilemma = get_object_or_404(waiting_for(board, request.user), pk=number)
    add_question(
        board,
        kind=Kind.DILEMMA,
        text=dilemma.title,
        options=[dilemma.one_side, dilemma.other_side],
        dilemma=dilemma,
        by=request.user,
    )
