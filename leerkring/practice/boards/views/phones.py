"""What a phone asks and sends. No account, no session."""

from typing import Any
from uuid import uuid4

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string

from leerkring.foundation.privacy.views.pace import MEMORY
from leerkring.foundation.privacy.views.untold import untold
from leerkring.practice.boards.answer_forms import CardForm, VoteForm
from leerkring.practice.boards.answering_actions import (
    Counted,
    NotYours,
    TooMany,
    cast_vote,
    give_card,
)
from leerkring.practice.boards.kinds import Kind
from leerkring.practice.boards.models import Board, BoardQuestion
from leerkring.practice.boards.outcome_queries import shown
from leerkring.practice.boards.queries import question_asked, revision_of
from leerkring.practice.boards.views.gate import (
    count_joined,
    device_of,
    give_cookie,
    is_barred,
    no_board,
    wait,
)
from leerkring.practice.meetings.join_codes import tidy_code
from leerkring.practice.meetings.join_forms import LettersForm
from leerkring.practice.meetings.views.guessing import count_miss

A_MINUTE, HALF_A_SECOND = 60, 0.5
WRONG = "Met deze letters vinden we geen open bord. Kijk nog eens goed naar het scherm."
TOO_LATE = "Te laat: deze stem telt niet mee."
FAULTS = {
    Counted: f"{TOO_LATE} Je eerdere antwoord telt.",
    NotYours: "Laad de pagina opnieuw.",
    TooMany: "Er zijn al heel veel kaarten. Deze past er niet meer bij.",
}


def join(request: HttpRequest) -> HttpResponse:
    """Type the letters on the screen."""
    form = LettersForm(request.POST or None, where="op het scherm")
    if request.method == "POST" and form.is_valid():
        if is_barred(request):
            return wait(request)
        code = form.cleaned_data["code"]
        if revision_of(code) is not None:
            return redirect("boards:phone", code)
        count_miss(request)
        form.add_error("code", WRONG)
    status = 422 if form.errors else 200
    return untold(render(request, "boards/join.html", {"form": form}, status=status))


def phone(request: HttpRequest, code: str) -> HttpResponse:
    """The page on which everything happens; a device that comes first gets its mark."""
    if code != tidy_code(code):
        return redirect("boards:phone", tidy_code(code))
    mark = device_of(request, code)
    if mark is None and is_barred(request):
        return wait(request)
    board = Board.objects.open().filter(code=code).for_phones().first()
    if board is None:
        if mark is None:
            count_miss(request)
        return no_board(request)
    response = _page(request, board, mark)
    if mark is None:
        count_joined(request)
        give_cookie(request, response, code)
    return response


def state(request: HttpRequest, code: str) -> HttpResponse:
    """Whether there is anything new; asked by every phone every few seconds. 410: it was closed.

    One query at most, no session, no user, no template as long as nothing changed. What did change
    is the same for everybody and is made once for each revision. A phone that saw more than this
    process knows yet, keeps what it has.
    """
    if device_of(request, code) is None:
        return HttpResponse(status=404)
    revision, known = _revision(code), request.GET.get("na", "")
    if revision is None:
        return HttpResponse(status=410)
    if _is_number(known) and int(known) >= revision:
        return HttpResponse(status=204)
    key, made = f"boards:page:{code}:{revision}", caches[MEMORY]
    page = made.get(key)
    if page is None:
        board = Board.objects.for_phones().get(code=code)
        page = render_to_string("boards/_phone.html", _context(board))
        made.set(key, page, A_MINUTE)
    return untold(HttpResponse(page, headers={"X-Bord": str(revision)}))


def answer(request: HttpRequest, code: str) -> HttpResponse:
    """Keep a card or a vote. The script asks for no more than that."""
    mark, number = device_of(request, code), request.POST.get("question", "")
    question = question_asked(code, int(number)) if mark and _is_number(number) else None
    if mark is None or question is None:
        return _gone(request, code, mark)
    form, fault = _keep(question, mark, request)
    if fault is None and not form.errors:
        return _kept(request, code)
    fault = fault or " ".join(str(error) for errors in form.errors.values() for error in errors)
    if not request.accepts("text/html"):
        return untold(JsonResponse({"fault": fault}, status=422))
    board = Board.objects.for_phones().get(pk=question.board_id)
    return _page(request, board, mark, fault=fault, question=question)


def _revision(code: str) -> int | None:
    """Of an open board, asked once in half a second however many phones ask."""
    key, remembered = f"boards:revision:{code}", caches[MEMORY]
    revision: int | None = remembered.get(key)
    if revision is None:
        revision = revision_of(code)
        if revision is not None:
            remembered.set(key, revision, HALF_A_SECOND)
    return revision


def _keep(question: BoardQuestion, mark: str, request: HttpRequest) -> tuple[Any, str | None]:
    try:
        if question.as_kind.takes_cards:
            form: Any = CardForm(request.POST)
            if form.is_valid():
                card = form.cleaned_data
                name = card["name"] if question.as_kind is not Kind.CLOUD else ""
                give_card(question, card_id=card["id"], text=card["text"], name=name, mark=mark)
            return form, None
        form = VoteForm(question, request.POST)
        phase = 2 if request.POST.get("phase") == "2" == str(question.phase) else 1
        if getattr(question, "is_settled", False):  # of `question_asked`
            return form, TOO_LATE
        if form.is_valid():
            cast_vote(question, phase=phase, choice=form.choice, mark=mark)
        return form, None
    except tuple(FAULTS) as fault:
        return form, FAULTS[type(fault)]


def _kept(request: HttpRequest, code: str) -> HttpResponse:
    if not request.accepts("text/html"):
        return untold(JsonResponse({"kept": True}))
    return redirect(f"/b/{code}/?bewaard=1")


def _gone(request: HttpRequest, code: str, mark: str | None) -> HttpResponse:
    """The board is closed, or the question is not there, or this device never joined."""
    if request.accepts("text/html"):
        return no_board(request)
    is_over = mark is not None and revision_of(code) is None  # 410: nothing is taken any more
    fault = {"fault": "Dit bord is er niet, of niet meer."}
    return untold(JsonResponse(fault, status=410 if is_over else 404))


def _page(
    request: HttpRequest,
    board: Board,
    mark: str | None,
    *,
    fault: str = "",
    question: BoardQuestion | None = None,
) -> HttpResponse:
    """`question`: of a fault, when another one may be on by now."""
    context = _context(board, question) | {
        "fault": fault,
        "typed": request.POST,
        "kept": "bewaard" in request.GET,
        "card_id": uuid4(),
    }
    asked = context["question"]
    if mark and asked and asked.kind == Kind.TOMORROW:
        context["own"] = asked.cards.in_sight().filter(mark=mark)
    if mark and asked and not asked.as_kind.takes_cards:
        mine = asked.votes.filter(mark=mark, phase=max(asked.phase, 1)).first()
        context["given"] = [str(each) for each in mine.choice] if mine else []
    status = 422 if fault else 200
    return untold(render(request, "boards/phone.html", context, status=status))


def _context(board: Board, question: BoardQuestion | None = None) -> dict[str, Any]:
    asked = question or board.running
    return {"board": board, "question": asked, "shown": shown(asked) if asked else None}


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 12
