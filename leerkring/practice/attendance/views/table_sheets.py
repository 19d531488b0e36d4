"""The tables of a meeting for who has a role in it: their pages, what they wrote, the print."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from leerkring.practice.attendance.models import TableLine, TableTalk
from leerkring.practice.attendance.sheet_queries import typeset_sheets
from leerkring.practice.attendance.table_actions import close_tables, make_tables, put_away
from leerkring.practice.attendance.table_forms import TablesForm
from leerkring.practice.attendance.table_link_queries import table_path
from leerkring.practice.attendance.table_queries import (
    everything_on,
    is_open,
    suggested_tables,
    talk_of,
)
from leerkring.practice.meetings.models import Meeting
from leerkring.practice.meetings.rules import may_lead
from leerkring.practice.meetings.views.gate import led_meeting, own_meeting


@login_required
def index(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    return _page(request, own_meeting(request, pk))


@login_required
@require_POST
def make(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    meeting = led_meeting(request, pk)
    form = TablesForm(request.POST)
    if not form.is_valid():
        return _page(request, meeting, form)
    make_tables(meeting, tables=form.cleaned_data["tables"], by=request.user)
    messages.success(request, "Elke tafel heeft nu een eigen pagina.")
    return _back(meeting)


@login_required
@require_POST
def close(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    meeting = led_meeting(request, pk)
    close_tables(get_object_or_404(TableTalk, meeting=meeting))
    messages.success(request, "Tafels schrijven niets meer op. Wat er staat, blijft.")
    return _back(meeting)


@login_required
@require_POST
def hide(request: HttpRequest, pk: int, slug: str, line: UUID) -> HttpResponse:
    meeting = led_meeting(request, pk)
    found = get_object_or_404(TableLine, talk__meeting=meeting, pk=line)
    put_away(found, hidden=request.POST.get("verberg") == "ja")
    return _back(meeting)


@login_required
def sheets(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    talk = get_object_or_404(TableTalk, meeting=own_meeting(request, pk))
    pdf = typeset_sheets(talk, everything_on(talk), site=settings.SITE_URL)
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="tafels-{talk.meeting.slug}.pdf"'
    response["Cache-Control"] = "no-store"
    return response


def _page(request: HttpRequest, meeting: Meeting, form: TablesForm | None = None) -> HttpResponse:
    talk = talk_of(meeting)
    tables = talk.tables if talk else suggested_tables(meeting)
    numbers = range(1, talk.tables + 1) if talk else ()
    context = {
        "meeting": meeting,
        "talk": talk,
        "is_open": talk is not None and is_open(talk, timezone.now()),
        "rounds": everything_on(talk) if talk else [],
        "doors": [(number, table_path(meeting.pk, number)) for number in numbers],
        "leads": may_lead(request.user, meeting),
        "form": form or TablesForm(tables=tables),
        "join": request.build_absolute_uri(reverse("attendance:table_join")),
    }
    status = 422 if form is not None else 200
    return render(request, "attendance/tables.html", context, status=status)


def _back(meeting: Meeting) -> HttpResponse:
    return redirect("attendance:tables", meeting.pk, meeting.slug)
