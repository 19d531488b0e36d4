"""A team's own choices: another emphasis, and when and where it meets."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from leerkring.loop.programmes.actions import overrule
from leerkring.loop.programmes.emphasis_json import advice_from_json
from leerkring.loop.programmes.forms import OverruleForm, PlanForm, whole_percents
from leerkring.loop.programmes.rules import coordinates, may_overrule
from leerkring.loop.programmes.views.gate import visible_participation
from leerkring.practice.gatherings.actions import arrange


@login_required
def emphasis(request: HttpRequest, pk: int, slug: str, team: str) -> HttpResponse:
    participation = visible_participation(request, pk, team)
    if not may_overrule(request.user, participation) or not hasattr(participation, "tailoring"):
        raise Http404
    advice = advice_from_json(participation.tailoring.advice)
    form = OverruleForm(request.POST or None, advice=advice, initial=whole_percents(advice.weights))
    if request.method == "POST" and form.is_valid() and form.choice:
        overrule(participation, form.choice, by=request.user)
        messages.success(request, "Het programma is aangepast aan jullie keuze.")
        return redirect("team", pk, slug, team)
    context = {"participation": participation, "advice": advice, "form": form}
    return render(request, "programmes/emphasis.html", context, status=422 if form.errors else 200)


@login_required
def plan(request: HttpRequest, pk: int, slug: str, team: str) -> HttpResponse:
    participation = visible_participation(request, pk, team)
    session = participation.session
    if session is None or not coordinates(request.user, participation.programme):
        raise Http404
    start = session.starts_at and timezone.localtime(session.starts_at)
    now = {"facilitator": session.facilitator and session.facilitator.email, "starts_at": start}
    form = PlanForm(request.POST or None, initial={**now, "place": session.place})
    if request.method == "POST" and form.is_valid():
        arrange(session, **form.cleaned_data)
        messages.success(request, "De sessie is gepland.")
        return redirect("team", pk, slug, team)
    context = {"participation": participation, "form": form}
    return render(request, "programmes/plan.html", context, status=422 if form.errors else 200)
