"""The page of a table, on a phone without an account: what to do now, and what the table wrote."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from leerkring.foundation.privacy.views.untold import untold
from leerkring.practice.attendance.models import TableLine, TableTalk
from leerkring.practice.attendance.round_queries import rounds_of
from leerkring.practice.attendance.table_actions import put_away, write_line
from leerkring.practice.attendance.table_forms import LineForm
from leerkring.practice.attendance.table_link_queries import CHOOSE, behind_table, table_path
from leerkring.practice.attendance.table_queries import open_talk, open_with, table_page
from leerkring.practice.meetings.join_forms import LettersForm
from leerkring.practice.meetings.views.guessing import count_miss, missed_too_often

WRONG = "Met deze letters vinden we geen tafels. Kijk nog eens goed op het vel."
Screen = Callable[..., HttpResponse]


def at_table(screen: Screen) -> Screen:
    """The screen gets the talk and the table. Nothing of it is stored on the way or told on."""

    @wraps(screen)
    def opened(request: HttpRequest, token: str, **more: Any) -> HttpResponse:
        meeting, table = behind_table(token) or (0, CHOOSE)
        talk = open_talk(meeting)
        if talk is None or table > talk.tables:
            if not request.accepts("text/html"):
                return untold(JsonResponse({}, status=410))
            return untold(render(request, "attendance/table_unknown.html", status=404))
        return untold(screen(request, talk, table, **more))

    return opened


def join(request: HttpRequest) -> HttpResponse:
    """Type the letters that stand on the sheet."""
    form = LettersForm(request.POST or None, where="op je tafel")
    if request.method == "POST" and form.is_valid():
        if missed_too_often(request):
            return untold(render(request, "attendance/table_wait.html", status=429))
        talk = open_with(form.cleaned_data["code"])
        if talk is not None:
            return redirect(table_path(talk.meeting_id))
        count_miss(request)
        form.add_error("code", WRONG)
    status = 422 if form.errors else 200
    return untold(render(request, "attendance/table_join.html", {"form": form}, status=status))


@at_table
def show(request: HttpRequest, talk: TableTalk, table: int) -> HttpResponse:
    if table == CHOOSE:
        numbers = range(1, talk.tables + 1)
        doors = [(number, table_path(talk.meeting_id, number)) for number in numbers]
        return render(request, "attendance/table_choose.html", {"talk": talk, "doors": doors})
    return _page(request, talk, table)


@at_table
def state(request: HttpRequest, talk: TableTalk, table: int) -> HttpResponse:
    """The part of the page that changes by itself."""
    return render(request, "attendance/_table.html", _context(request, talk, max(table, 1)))


@require_POST
@at_table
def write(request: HttpRequest, talk: TableTalk, table: int) -> HttpResponse:
    form = LineForm(request.POST)
    if form.is_valid():
        try:
            _keep(talk, table, form.cleaned_data)
        except ValidationError as wrong:
            form.add_error(None, wrong)
    if form.errors:
        fault = " ".join(str(error) for errors in form.errors.values() for error in errors)
        if request.accepts("text/html"):
            return _page(request, talk, max(table, 1), fault=fault)
        return JsonResponse({"fault": fault}, status=422)
    if not request.accepts("text/html"):
        return JsonResponse({"kept": True})
    number = form.cleaned_data["round"]
    return redirect(f"{table_path(talk.meeting_id, table)}?ronde={number}&bewaard=1")


@require_POST
@at_table
def strike(request: HttpRequest, talk: TableTalk, table: int, line: UUID) -> HttpResponse:
    """The table takes back what it wrote; who leads can still see it."""
    own = get_object_or_404(TableLine, talk=talk, table=table, pk=line)
    put_away(own, hidden=True)
    return redirect(f"{table_path(talk.meeting_id, table)}?ronde={own.round}")


def _keep(talk: TableTalk, table: int, data: dict[str, Any]) -> None:
    """Raises ValidationError."""
    round_ = next((one for one in rounds_of(talk.meeting) if one.number == data["round"]), None)
    if round_ is None or table == CHOOSE:
        raise ValidationError("Deze ronde is er niet meer. Laad de pagina opnieuw.")
    write_line(talk, round_, table=table, text=data["text"], key=data["id"])


def _page(request: HttpRequest, talk: TableTalk, table: int, fault: str = "") -> HttpResponse:
    context = _context(request, talk, table) | {
        "fault": fault,
        "typed": request.POST.get("text", ""),
        "kept": "bewaard" in request.GET,
        "key": uuid4(),
    }
    return render(request, "attendance/table.html", context, status=422 if fault else 200)


def _context(request: HttpRequest, talk: TableTalk, table: int) -> dict[str, Any]:
    asked = request.POST.get("round") or request.GET.get("ronde", "")
    number = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 4 else None
    page = table_page(talk, table, number, timezone.now())
    at = talk.meeting_id, table
    return page | {
        "here": table_path(*at),
        "address": table_path(*at, "table_line"),
        "state": table_path(*at, "table_state"),
        "choose": table_path(talk.meeting_id),
    }
