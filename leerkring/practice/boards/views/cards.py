"""What who leads does with cards."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from leerkring.practice.boards.answer_forms import TypedForm
from leerkring.practice.boards.card_actions import (
    Settled,
    bring_together,
    hide_card,
    hide_cards_with,
    type_in,
    unhide_card,
)
from leerkring.practice.boards.forms import HidingForm, ThemeForm, WordForm
from leerkring.practice.boards.models import Board, BoardQuestion, Card
from leerkring.practice.boards.views.leading import page
from leerkring.practice.boards.views.pressing import button

SETTLED = "De stemming is geteld; deze kaarten tellen niet meer mee."


@button
def hide(request: HttpRequest, board: Board, card: UUID) -> None:
    form = HidingForm(request.POST)
    row = _card(board, card)
    if form.is_valid():
        hide_card(row, by=request.user, **form.cleaned_data)
        return
    messages.error(request, _first(form))


@button
def unhide(request: HttpRequest, board: Board, card: UUID) -> None:
    unhide_card(_card(board, card), by=request.user)


@button
def hide_word(request: HttpRequest, board: Board, question: BoardQuestion) -> None:
    """Every card of a word cloud with this word in it."""
    form = WordForm(request.POST)
    if not form.is_valid():
        messages.error(request, _first(form))
        return
    hidden = hide_cards_with(question, by=request.user, **form.cleaned_data)
    cards = "kaart" if hidden == 1 else "kaarten"
    messages.info(request, f"{hidden} {cards} met «{form.cleaned_data['word']}» verborgen.")


@button
def themes(request: HttpRequest, board: Board, question: BoardQuestion) -> None:
    form = ThemeForm(question, request.POST)
    if not form.is_valid():
        messages.error(request, _first(form))
        return
    cards = [UUID(key) for key in form.cleaned_data["cards"]]
    bring_together(question, cards, name=form.cleaned_data["name"], by=request.user)


@button
def typing(request: HttpRequest, board: Board, question: BoardQuestion) -> HttpResponse | None:
    form = TypedForm(question, request.POST)
    if board.is_closed:
        messages.error(request, "Hier kun je geen kaarten overtypen.")
        return None
    if not form.is_valid():
        return page(request, board, typed_form=form)
    lines = form.cleaned_data["lines"]
    try:
        type_in(question, by=request.user, **form.cleaned_data)
    except Settled:
        form.add_error("lines", SETTLED)
        return page(request, board, typed_form=form)
    messages.success(request, f"{len(lines)} {'kaart' if len(lines) == 1 else 'kaarten'} erbij.")
    return None


def _card(board: Board, card: UUID) -> Card:
    cards = Card.objects.select_related("question__board")
    return get_object_or_404(cards, pk=card, question__board=board)


def _first(form: Any) -> str:
    return str(next(iter(form.errors.values()))[0])
