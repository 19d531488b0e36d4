"""What there is to plan with: half-days, people, rooms, wishes; and moving a team by hand."""

from dataclasses import asdict

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from leerkring.foundation.tables.faults import BadTable, Fault
from leerkring.loop.programmes.models import Programme
from leerkring.loop.programmes.views.week import sent, week_programme
from leerkring.loop.programmes.week_actions import set_half_days
from leerkring.loop.programmes.week_forms import (
    PARTS,
    HalfDaysForm,
    MoveForm,
    WeekTableForm,
    take_in_part,
)
from leerkring.loop.programmes.week_places_queries import places_for, slots_for
from leerkring.loop.programmes.week_plan_actions import change_by_hand
from leerkring.loop.programmes.week_queries import plan_in_force, proposal


@login_required
def half_days(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    programme = week_programme(request, pk)
    form = HalfDaysForm(sent(request), programme=programme)
    if request.method == "POST" and form.is_valid():
        stay = set_half_days(programme, form.wanted(), by=request.user)
        messages.success(request, "De dagdelen zijn bewaard.")
        if stay:
            messages.info(request, "Dagdelen waarop al een sessie is gepland, zijn gebleven.")
        return redirect("programmes:week", pk, slug)
    context = {"programme": programme, "form": form, "title": "Dagdelen"}
    return render(request, "programmes/week_part.html", context, status=422 if form.errors else 200)


@login_required
def table(request: HttpRequest, pk: int, slug: str, part: str) -> HttpResponse:
    programme = week_programme(request, pk)
    if part not in PARTS:
        raise Http404
    words, faults = PARTS[part], tuple[Fault, ...]()
    start = {"lines": words.text(programme)}
    form = WeekTableForm(sent(request), request.FILES or None, initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            take_in_part(part, form, programme, by=request.user)
        except BadTable as bad:
            faults = bad.faults
        else:
            messages.success(request, f"{words.title}: bewaard.")
            return redirect("programmes:week", pk, slug)
    context = {"programme": programme, "form": form, "title": words.title, "hint": words.hint}
    status = 422 if form.errors or faults else 200
    return render(
        request, "programmes/week_part.html", {**context, "faults": faults}, status=status
    )


@login_required
def move(request: HttpRequest, pk: int, slug: str, team: int) -> HttpResponse:
    programme = week_programme(request, pk)
    participation = get_object_or_404(programme.participations.select_related("team"), pk=team)
    plan = proposal(programme) or plan_in_force(programme)
    now = plan.sessions.filter(participation=team).first() if plan else None
    leads = programme.week_people.filter(most__gt=0).select_related("person")
    form = MoveForm(sent(request), programme=programme)
    if request.method == "POST" and form.is_valid():
        return _put(request, programme, team, form)
    wanted = request.GET.get("gespreksleider", "")
    lead = next((one for one in leads if str(one.pk) == wanted), None)
    lead = lead or (now.facilitator if now else leads.first())
    context = {"programme": programme, "participation": participation, "now": now, "lead": lead}
    context["rows"] = places_for(plan, programme, team, lead.pk) if lead else []
    context["leads"] = leads
    status = 422 if form.errors else 200
    return render(request, "programmes/week_move.html", context, status=status)


@require_safe
@login_required
@never_cache
def slots(request: HttpRequest, pk: int, slug: str, team: int) -> JsonResponse:
    """Where a card of the grid may go, asked for when it is picked up."""
    programme = week_programme(request, pk)
    get_object_or_404(programme.participations, pk=team)
    plan = proposal(programme) or plan_in_force(programme)
    by_room = request.GET.get("rijen") == "zalen"
    found = slots_for(plan, programme, team, by_room=by_room)
    return JsonResponse({"slots": [asdict(slot) for slot in found]})


def _put(request: HttpRequest, programme: Programme, team: int, form: MoveForm) -> HttpResponse:
    try:
        with transaction.atomic():
            change_by_hand(programme, by=request.user, team=team, to=form.cleaned_data["place"])
    except IntegrityError:
        messages.error(request, "Daar is de zaal of de gespreksleider al bezet.")
    return redirect("programmes:week", programme.pk, programme.slug)


@require_POST
@login_required
def release(request: HttpRequest, pk: int, slug: str, team: int) -> HttpResponse:
    programme = week_programme(request, pk)
    get_object_or_404(programme.participations, pk=team)
    change_by_hand(programme, by=request.user, team=team, to=None)
    messages.success(request, "De sessie is losgemaakt: een nieuw voorstel mag die verplaatsen.")
    return redirect("programmes:week", pk, slug)
