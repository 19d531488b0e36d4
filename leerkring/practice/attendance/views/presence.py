"""At the door: a list to tap, a code to scan, and who comes in unasked."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from leerkring.practice.attendance.forms import TapForm, WalkInForm
from leerkring.practice.attendance.head_queries import heads_here, party_of
from leerkring.practice.attendance.link_queries import behind_badge
from leerkring.practice.attendance.page_queries import desk_kept_until
from leerkring.practice.attendance.presence_actions import tap, walk_in
from leerkring.practice.attendance.queries import guest_list
from leerkring.practice.meetings.models import Invitation, Meeting
from leerkring.practice.meetings.views.gate import led_meeting


@login_required
def desk(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    return _desk(request, led_meeting(request, pk), WalkInForm())


@login_required
@require_POST
def taps(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    meeting = led_meeting(request, pk)
    form = TapForm(request.POST)
    if not form.is_valid():
        return _answer(request, meeting, {"faults": form.errors}, 422)
    data = form.cleaned_data
    one = get_object_or_404(Invitation, meeting=meeting, pk=data["invitation"])
    is_here = tap(
        one,
        tap_id=data["id"] or uuid4(),
        is_here=data["is_here"],
        at=data["at"],
        guest=data["guest"] or 0,
    )
    return _answer(request, meeting, {"is_here": is_here})


@login_required
@require_POST
def walk_ins(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    meeting = led_meeting(request, pk)
    form = WalkInForm(request.POST)
    if not form.is_valid():
        if not request.accepts("text/html"):
            return JsonResponse({"faults": form.errors}, status=422)
        return _desk(request, meeting, form, status=422)
    data = form.cleaned_data
    one = walk_in(
        meeting,
        name=data["name"],
        organisation=data["organisation"],
        key=data["id"],
        by=request.user,
    )
    return _answer(request, meeting, {"invitation": str(one.pk), "is_here": True})


@login_required
def badge(request: HttpRequest, token: str) -> HttpResponse:
    """What the code of a guest opens on the phone of an organiser; for anyone else nothing."""
    one = behind_badge(token)
    if one is None:
        raise Http404
    meeting = led_meeting(request, one.meeting_id)
    heads = party_of(one, heads_here(meeting))
    context = {"meeting": meeting, "one": one, "heads": heads, "is_here": heads[0].is_here}
    return render(request, "attendance/badge.html", context)


def _desk(request: HttpRequest, meeting: Meeting, form: WalkInForm, status: int = 200) -> Any:
    entries = guest_list(meeting)
    context = {
        "meeting": meeting,
        "entries": [e for e in entries if e.state in ("ja", "wacht") or e.is_here],
        "others": [e for e in entries if e.state not in ("ja", "wacht") and not e.is_here],
        "here": sum(head.is_here for entry in entries for head in entry.heads),
        "coming": sum(len(entry.heads) for entry in entries if entry.state == "ja"),
        "form": form,
        "until": desk_kept_until(meeting) or "",
    }
    return render(request, "attendance/desk.html", context, status=status)


def _answer(request: HttpRequest, meeting: Meeting, data: dict[str, Any], status: int = 200) -> Any:
    if not request.accepts("text/html"):
        return JsonResponse(data, status=status)
    if status != 200:
        messages.error(request, "Dit is niet bewaard. Probeer het opnieuw.")
    return redirect("attendance:desk", meeting.pk, meeting.slug)
