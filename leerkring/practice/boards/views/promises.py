"""What was promised in the room finds its owner: by who leads, or by who wrote it."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from leerkring.foundation.language.checking_actions import count_traces
from leerkring.foundation.privacy.views.untold import untold
from leerkring.practice.boards.harvest_actions import keep_words
from leerkring.practice.boards.kinds import Kind
from leerkring.practice.boards.models import Board, Card
from leerkring.practice.boards.promise_actions import TakenAlready, claim, take_over
from leerkring.practice.boards.promise_forms import HarvestForm, PromisesForm
from leerkring.practice.boards.promise_queries import cards_to_take
from leerkring.practice.boards.views.gate import device_of, led_board, no_board
from leerkring.practice.commitments.forms import CommitmentForm
from leerkring.practice.commitments.models import Commitment


@login_required
def commitments(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Cards «vanaf morgen …», a selection at a time."""
    board = led_board(request, pk)
    asked = board.questions.select_related("board__session__team", "board__meeting__circle")
    question = get_object_or_404(asked, pk=number)
    if question.as_kind is not Kind.TOMORROW:
        messages.error(request, "Alleen kaarten «vanaf morgen …» worden voornemens.")
        return redirect(board)
    form = PromisesForm(board, question, request.POST if request.method == "POST" else None)
    if form.is_valid():
        made = take_over(question, by=request.user, **form.cleaned_data)
        messages.success(request, f"{made} {'voornemen' if made == 1 else 'voornemens'} bewaard.")
        return redirect(request.path if cards_to_take(question).exists() else board)
    taken = Commitment.objects.filter(pk__in=question.cards.values("takenover__commitment"))
    context = {"board": board, "form": form, "taken": taken.count()}
    status = 422 if form.is_bound else 200
    return untold(render(request, "boards/promises.html", context, status=status))


@login_required
def harvest(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Cards of a session to what the session keeps."""
    board = led_board(request, pk)
    question = get_object_or_404(board.questions.select_related("board__session"), pk=number)
    if board.session is None or not question.as_kind.takes_cards:
        raise Http404
    form = HarvestForm(question, request.POST if request.method == "POST" else None)
    if not form.is_valid():
        context = {"board": board, "form": form}
        status = 422 if form.is_bound else 200
        return untold(render(request, "boards/harvest.html", context, status=status))
    kept = keep_words(question, by=request.user, **form.cleaned_data)
    messages.success(request, f"{kept} {'kaart' if kept == 1 else 'kaarten'} erbij in de sessie.")
    return redirect(board)


def claiming(request: HttpRequest, code: str, card: UUID) -> HttpResponse:
    """«Dit is mijn voornemen»: on the device that wrote it, as long as the board is open."""
    mark = device_of(request, code)
    open_ones = Board.objects.open().filter(code=code).values("pk")
    cards = Card.objects.in_sight().select_related("question__board__meeting__circle")
    mine = cards.filter(question__board__in=open_ones, question__kind=Kind.TOMORROW, mark=mark)
    row = mine.filter(pk=card).first() if mark else None
    if row is None:
        return no_board(request)
    if not request.user.is_authenticated:
        return _without_account(request, row)
    return _claim(request, row)


def _without_account(request: HttpRequest, card: Card) -> HttpResponse:
    """Where guests were asked: sign in, or take the words along to the link in the mail. The device
    is not tied to an invitation: a card stays without a name."""
    board = card.question.board
    if not board.meeting or not board.meeting.invitations.filter(person=None).exists():
        return redirect_to_login(request.get_full_path())
    context = {"board": board, "card": card, "here": request.get_full_path()}
    return untold(render(request, "boards/without_account.html", context))


def _claim(request: HttpRequest, card: Card) -> HttpResponse:
    meeting = card.question.board.meeting
    begun = {"text": card.text, "who": card.name, "circle": meeting and meeting.circle}
    sent = request.POST if request.method == "POST" else None
    form = CommitmentForm(sent, person=request.user, initial=begun)
    if not form.is_valid():
        context = {"board": card.question.board, "form": form}
        status = 422 if form.is_bound else 200
        return untold(render(request, "boards/claiming.html", context, status=status))
    try:
        with transaction.atomic():
            count_traces(form.decisions)
            made = claim(card, by=request.user, **form.said(), **form.whose())
    except TakenAlready:
        messages.info(request, "Deze kaart is al een voornemen.")
        return redirect("commitments:list")
    messages.success(request, "Opgeschreven. Op de dag die je koos, vragen we hoe het ging.")
    return redirect(made)
