"""One meeting: its settings, where it is, making it known, cancelling it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from leerkring.foundation.language.checking_actions import count_traces
from leerkring.network.circles.views.gate import posted
from leerkring.practice.meetings import actions
from leerkring.practice.meetings.comeback_actions import CAME_BACK, bring_back
from leerkring.practice.meetings.forms import PlanForm
from leerkring.practice.meetings.practical_forms import CancelForm, PracticalForm
from leerkring.practice.meetings.views.gate import bad, organised_meeting, shown


@login_required
def edit(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    meeting = organised_meeting(request, pk)
    form = PlanForm(posted(request), person=request.user, meeting=meeting)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            count_traces(form.decisions)
            meeting = actions.change(meeting, form.plan(), by=request.user)
        messages.success(request, "De bijeenkomst is bewaard.")
        return redirect(meeting)
    words = {"title": "Wijzig de bijeenkomst", "button": "Bewaren"}
    return shown(request, "edit", meeting, status=bad(form), form=form, **words)


@login_required
def practical(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    meeting = organised_meeting(request, pk)
    form = PracticalForm(posted(request), person=request.user, meeting=meeting)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            count_traces(form.decisions)
            meeting = actions.change_practical(meeting, form.practical(), by=request.user)
        messages.success(request, "Bewaard.")
        return redirect(meeting)
    words = {"title": "Praktisch", "button": "Bewaren"}
    return shown(request, "edit", meeting, status=bad(form), form=form, **words)


@login_required
@require_POST
def announce(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    meeting = organised_meeting(request, pk)
    if not meeting.is_cancelled:
        actions.announce(meeting, by=request.user)
        messages.success(request, "De bijeenkomst is bekendgemaakt.")
        if bring_back(meeting, by=request.user):
            messages.info(request, CAME_BACK)
    return redirect(meeting)


@login_required
def cancel(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    meeting = organised_meeting(request, pk)
    form = CancelForm(posted(request), person=request.user)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            count_traces(form.decisions)
            actions.cancel(meeting, form.cleaned_data["reason"], by=request.user)
        messages.success(request, "De bijeenkomst is afgezegd. Wie ervan wist, krijgt bericht.")
        return redirect(meeting)
    words = {"title": "Zeg de bijeenkomst af", "button": "Zeg af", "danger": True}
    return shown(request, "edit", meeting, status=bad(form), form=form, **words)
