"""The page of who leads, and every button on it."""

from typing import Any
from uuid import uuid4

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from leerkring.foundation.privacy.views.untold import untold
from leerkring.practice.boards import actions
from leerkring.practice.boards.answer_forms import TypedForm
from leerkring.practice.boards.forms import BoardForm, QuestionForm
from leerkring.practice.boards.models import Board, BoardQuestion
from leerkring.practice.boards.outcome_queries import numbered, shown
from leerkring.practice.boards.queries import cards_of, count_of, is_out, later_of, questions_of
from leerkring.practice.boards.revealing_actions import reveal, show_later
from leerkring.practice.boards.rules import may_lead, may_move, strands_to_lead
from leerkring.practice.boards.shelf_queries import waiting_for
from leerkring.practice.boards.views.gate import led_board, screen_address
from leerkring.practice.boards.views.pressing import button, for_good
from leerkring.practice.gatherings.models import Session
from leerkring.practice.meetings.models import Meeting, Strand


@login_required
def make(request: HttpRequest, about: str, number: int) -> HttpResponse:
    """A board of a meeting, a strand of it, or a session."""
    model: Any = Meeting if about == "bijeenkomst" else Session
    owner = get_object_or_404(model, pk=number)
    if not may_lead(request.user, owner):
        raise Http404
    is_meeting = isinstance(owner, Meeting)
    strands = strands_to_lead(request.user, owner) if is_meeting else Strand.objects.none()
    wanted = request.GET.get("sessie", "")
    strand = next((each for each in strands if str(each.pk) == wanted), None)
    name = str(strand or owner)
    begin = {"title": name[:1].upper() + name[1:120], "strand": strand}
    form = BoardForm(request.POST or None, strands=strands, initial=begin)
    if request.method == "POST" and form.is_valid():
        return redirect(actions.make_board(owner, by=request.user, **form.cleaned_data))
    context = {"form": form, "owner": owner}
    return render(request, "boards/make.html", context, status=422 if form.errors else 200)


@login_required
def lead(request: HttpRequest, pk: int) -> HttpResponse:
    return page(request, led_board(request, pk))


@login_required
def lead_state(request: HttpRequest, pk: int) -> HttpResponse:
    """The live part of the page when it changed, else nothing."""
    board = led_board(request, pk)
    if request.GET.get("na") == standing(board):
        return HttpResponse(status=204)
    return untold(render(request, "boards/_lead.html", live(board)))


@button
def opening(request: HttpRequest, board: Board) -> None:
    actions.open_board(board, by=request.user)


@button
@for_good
def closing(request: HttpRequest, board: Board) -> None:
    actions.close_board(board, by=request.user)
    messages.success(request, "Het bord is gesloten. Wat getoond mag worden, blijft hier staan.")


@button
def welcome(request: HttpRequest, board: Board) -> None:
    actions.back_to_welcome(board, by=request.user)


@button
def ask(request: HttpRequest, board: Board, question: BoardQuestion) -> None:
    actions.ask(question, again="again" in request.POST, by=request.user)


@button
@for_good
def revealing(request: HttpRequest, board: Board, question: BoardQuestion) -> None:
    reveal(question, by=request.user)


@button
@for_good
def later(request: HttpRequest, board: Board, question: BoardQuestion) -> None:
    if not show_later(question, by=request.user):
        messages.info(request, "Er zijn nog te weinig nieuwe antwoorden om te tonen.")


@button
def removal(request: HttpRequest, board: Board, question: BoardQuestion) -> None:
    try:
        actions.remove_question(question, by=request.user)
    except actions.AskedAlready:
        messages.error(request, "Deze vraag is al gesteld. Hij blijft staan.")


@button
def add(request: HttpRequest, board: Board) -> HttpResponse | None:
    form = QuestionForm(board, request.POST)
    if not form.is_valid():
        return page(request, board, question_form=form)
    question = actions.add_question(board, by=request.user, **form.cleaned_data)
    if "now" in request.POST:
        actions.ask(question, by=request.user)
    return None


def page(
    request: HttpRequest, board: Board, *, typed_form: TypedForm | None = None, **forms: Any
) -> HttpResponse:
    context = live(board)
    context |= {
        "question_form": QuestionForm(board),
        "typed_forms": _typed_forms(board, context["questions"], typed_form),
        "has_typed": typed_form is not None,
        "waiting": waiting_for(board, request.user),
        "may_move": may_move(request.user, board),
        "screen": screen_address(board),
        "screen_url": settings.SITE_URL.split("//")[-1] + screen_address(board),
    }
    status = 422 if typed_form is not None or any(form.errors for form in forms.values()) else 200
    return untold(render(request, "boards/lead.html", context | forms, status=status))


def _typed_forms(board: Board, questions: list[Any], filled: TypedForm | None) -> list[TypedForm]:
    """Of every question that was asked, with the one that is on first; `filled` came back."""
    asked = [each for each in questions if each.phase]
    asked.sort(key=lambda each: each.pk != board.running_id)
    cards = numbered(asked)
    fresh = [TypedForm(each, typing=uuid4(), candidates=cards.get(each.pk, ())) for each in asked]
    return [filled if filled and filled.question == each.question else each for each in fresh]


def live(board: Board) -> dict[str, Any]:
    """What changes by itself while somebody leads."""
    questions, running = questions_of(board), board.running
    place = next((n for n, each in enumerate(questions) if each.pk == board.running_id), -1)
    context = {
        "board": board,
        "standing": standing(board),
        "questions": questions,
        "running": running,
        "previous": questions[place - 1] if place > 0 else None,
        "next": questions[place + 1] if place + 1 < len(questions) else None,
        "k": settings.K_TEAM,
    }
    if running:
        context |= {
            "shown": shown(running, reveal=board.is_closed),
            "count": count_of(running),
            "later": later_of(running),
            "cards": cards_of(running) if running.as_kind.takes_cards else (),
            "themes": running.groups.all(),
            "is_kept_in": board.is_closed and not is_out(running),
        }
    return context


def standing(board: Board) -> str:
    """Changes whenever this page does."""
    running = board.running
    if not running:
        return str(board.revision)
    return f"{board.revision} {count_of(running)} {later_of(running)}"
