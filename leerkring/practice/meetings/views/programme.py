"""The programme with its script: read by who has a role, changed by who organises."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from leerkring.foundation.language.checking_actions import count_traces
from leerkring.network.circles.views.gate import posted
from leerkring.practice.meetings import programme_actions as actions
from leerkring.practice.meetings.agenda_actions import put_agreement_on, put_dilemma_on
from leerkring.practice.meetings.agenda_queries import (
    agreements_waiting,
    dilemmas_waiting,
    subjects_seen_by,
)
from leerkring.practice.meetings.bringing_forms import BlockForm, StrandForm
from leerkring.practice.meetings.forms import whole_minutes
from leerkring.practice.meetings.models import Meeting, Strand
from leerkring.practice.meetings.programme_queries import programme_for
from leerkring.practice.meetings.rules import may_organise
from leerkring.practice.meetings.views.gate import (
    bad,
    block_of,
    organised_meeting,
    own_meeting,
    shown,
    to_page,
)


@login_required
def show(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    meeting = own_meeting(request, pk)
    context: dict[str, Any] = {"programme": programme_for(request.user, meeting)}
    context["subjects"] = subjects_seen_by(request.user, meeting)
    if may_organise(request.user, meeting):
        context["agreements"] = agreements_waiting(request.user, meeting)
        context["dilemmas"] = dilemmas_waiting(request.user, meeting)
    return shown(request, "programme", meeting, **context)


@login_required
@require_POST
def agenda(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """An agreement that is seen differently, or an open dilemma, onto the programme."""
    meeting = organised_meeting(request, pk)
    agreement, dilemma = request.POST.get("afspraak", ""), request.POST.get("dilemma", "")
    for row in agreements_waiting(request.user, meeting):
        if str(row.pk) == agreement:
            return _back(meeting, put_agreement_on(meeting, row).pk)
    for open_one in dilemmas_waiting(request.user, meeting):
        if str(open_one.pk) == dilemma:
            return _back(meeting, put_dilemma_on(meeting, open_one).pk)
    return _back(meeting)


@login_required
def add_block(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    meeting = organised_meeting(request, pk)
    form = BlockForm(posted(request), person=request.user, meeting=meeting, initial={"minutes": 30})
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            count_traces(form.decisions)
            block = actions.add_block(meeting, form.text())
        return _back(meeting, block.pk)
    words = {"title": "Een nieuw onderdeel", "button": "Voeg toe"}
    return shown(request, "edit", meeting, status=bad(form), form=form, **words)


@login_required
def block(request: HttpRequest, pk: int, slug: str, block_id: int) -> HttpResponse:
    meeting = organised_meeting(request, pk)
    row = block_of(meeting, block_id)
    form = BlockForm(posted(request), person=request.user, meeting=meeting, block=row)
    if request.method == "POST" and form.is_valid():
        count_traces(form.decisions)
        actions.change_block(row, form.text())
        return _back(meeting, row.pk)
    words = {"title": f"Wijzig «{row}»", "button": "Bewaren"}
    return shown(request, "edit", meeting, status=bad(form), form=form, **words)


@login_required
@require_POST
def place(request: HttpRequest, pk: int, slug: str, block_id: int) -> HttpResponse:
    meeting = organised_meeting(request, pk)
    actions.move(block_of(meeting, block_id), up=request.POST.get("kant") == "op")
    return _back(meeting, block_id)


@login_required
@require_POST
def length(request: HttpRequest, pk: int, slug: str, block_id: int) -> HttpResponse:
    meeting = organised_meeting(request, pk)
    row = block_of(meeting, block_id)
    try:
        actions.resize(row, whole_minutes(request.POST.get("minuten", "")))
    except ValidationError as wrong:
        raise Http404 from wrong
    return _back(meeting, row.pk)


@login_required
@require_POST
def remove(request: HttpRequest, pk: int, slug: str, block_id: int) -> HttpResponse:
    meeting = organised_meeting(request, pk)
    actions.remove_block(block_of(meeting, block_id))
    return _back(meeting)


@login_required
def add_strand(request: HttpRequest, pk: int, slug: str, block_id: int) -> HttpResponse:
    meeting = organised_meeting(request, pk)
    row = block_of(meeting, block_id)
    form = StrandForm(posted(request), person=request.user, meeting=meeting)
    if request.method == "POST" and form.is_valid():
        count_traces(form.decisions)
        actions.add_strand(row, form.text())
        return _back(meeting, row.pk)
    words = {"title": f"Een sessie in «{row}»", "button": "Voeg toe"}
    return shown(request, "edit", meeting, status=bad(form), form=form, **words)


@login_required
def strand(request: HttpRequest, pk: int, slug: str, strand_id: int) -> HttpResponse:
    meeting = organised_meeting(request, pk)
    row = get_object_or_404(Strand, pk=strand_id, block__meeting=meeting)
    form = StrandForm(posted(request), person=request.user, meeting=meeting, row=row)
    if request.method == "POST" and form.is_valid():
        count_traces(form.decisions)
        actions.change_strand(row, form.text())
        return _back(meeting, row.block_id)
    words = {"title": f"Wijzig «{row}»", "button": "Bewaren"}
    return shown(request, "edit", meeting, status=bad(form), form=form, **words)


@login_required
@require_POST
def remove_strand(request: HttpRequest, pk: int, slug: str, strand_id: int) -> HttpResponse:
    meeting = organised_meeting(request, pk)
    row = get_object_or_404(Strand, pk=strand_id, block__meeting=meeting)
    actions.remove_strand(row)
    return _back(meeting, row.block_id)


def _back(meeting: Meeting, block_id: int | None = None) -> HttpResponse:
    answer: HttpResponse = to_page(meeting, "programma/", f"#blok-{block_id}" if block_id else "")
    return answer
