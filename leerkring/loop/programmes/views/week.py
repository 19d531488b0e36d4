"""The week of a programme, for who coordinates it: the plan, and deciding about it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from leerkring.loop.programmes.models import Programme, WeekPlan
from leerkring.loop.programmes.views.gate import coordinated_programme
from leerkring.loop.programmes.week_actions import AlreadyAsked, ask_for_plan
from leerkring.loop.programmes.week_call_queries import calls_for
from leerkring.loop.programmes.week_forms import IllnessForm
from leerkring.loop.programmes.week_grid_queries import grid_of
from leerkring.loop.programmes.week_letter_queries import delivery_of
from leerkring.loop.programmes.week_pin_queries import new_pins
from leerkring.loop.programmes.week_plan_actions import AlreadyDecided, accept_plan, well_again
from leerkring.loop.programmes.week_queries import plan_in_force, proposal
from leerkring.loop.programmes.week_reply_queries import answers_to
from leerkring.loop.programmes.week_setup_queries import basics_of


def week_programme(request: HttpRequest, pk: int) -> Programme:
    """A programme with teams, of which the week can be planned."""
    programme = coordinated_programme(request, pk)
    if not programme.participations.exists():
        raise Http404
    return programme


def sent(request: HttpRequest) -> QueryDict | None:
    """What a form was sent, also when that is nothing at all."""
    return request.POST if request.method == "POST" else None


@require_safe
@login_required
@never_cache
def show(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    programme = week_programme(request, pk)
    waits = proposal(programme)
    force = plan_in_force(programme)
    plan = waits or force
    by_room = request.GET.get("rijen") == "zalen"
    context = _asked_of(programme, force, waits) | {
        "programme": programme,
        "plan": plan,
        "force": force,
        "waits": waits,
        "grid": grid_of(plan, by_room=by_room) if plan else None,
        "rows": [("Gespreksleiders", "?", not by_room), ("Zalen", "?rijen=zalen", by_room)],
        "calls": calls_for(plan) if plan else [],
        "pins": new_pins(programme) if waits and waits.request_id else [],
        "answers": answers_to(force) if force else None,
        "delivery": delivery_of(plan) if plan and not waits else None,
        "basics": basics_of(programme),
    }
    return render(request, "programmes/week.html", context)


def _asked_of(
    programme: Programme, force: WeekPlan | None, waits: WeekPlan | None
) -> dict[str, Any]:
    """What the worker was asked last, for whom, and whether it can be asked again."""
    asked = programme.plan_requests.order_by("-pk").first()
    return {
        "asked": asked,
        "ill": waits.request.ill if waits and waits.request else None,
        "may_fall_ill": force is not None and (asked is None or asked.done_at is not None),
    }


@require_POST
@login_required
def ask(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    programme = week_programme(request, pk)
    try:
        ask_for_plan(programme, by=request.user)
    except AlreadyAsked:
        messages.info(request, "Er wordt al een planning gemaakt.")
    else:
        messages.success(request, "Het voorstel wordt gemaakt.")
    return redirect("programmes:week", pk, slug)


@require_POST
@login_required
def accept(request: HttpRequest, pk: int, slug: str, plan_id: int) -> HttpResponse:
    programme = week_programme(request, pk)
    plan = get_object_or_404(programme.week_plans.select_related("programme"), pk=plan_id)
    try:
        changed = accept_plan(plan, by=request.user)
    except AlreadyDecided:
        messages.info(request, "Er is al een nieuwere planning. Er is niets veranderd.")
    else:
        messages.success(request, _told(changed))
    return redirect("programmes:week", pk, slug)


def _told(changed: int) -> str:
    if not changed:
        return "De planning is vastgesteld. Voor geen enkele sessie gaat nu bericht uit."
    sessions = "1 sessie is" if changed == 1 else f"{changed} sessies zijn"
    return f"{sessions} gepland of veranderd. Wie het aangaat krijgt bericht."


@require_POST
@login_required
def recovery(request: HttpRequest, pk: int, slug: str, plan_id: int) -> HttpResponse:
    programme = week_programme(request, pk)
    plans = programme.week_plans.select_related("programme", "request__ill__person")
    plan = get_object_or_404(plans, pk=plan_id)
    try:
        well_again(plan, by=request.user)
    except AlreadyDecided:
        messages.info(request, "Er is al een nieuwere planning. Er is niets veranderd.")
    else:
        messages.success(request, "Goed nieuws. De planning blijft zoals die was.")
    return redirect("programmes:week", pk, slug)


@login_required
def illness(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """From somebody's own row in one press, for the whole week; or chosen on a page."""
    programme = week_programme(request, pk)
    if plan_in_force(programme) is None:
        raise Http404
    start = {"person": request.GET.get("wie", "")}
    form = IllnessForm(sent(request), initial=start, programme=programme)
    if request.method == "POST" and form.is_valid():
        ill = form.cleaned_data["person"]
        try:
            ask_for_plan(programme, by=request.user, ill=ill, half_days=form.chosen())
        except AlreadyAsked:
            messages.info(request, "Er wordt al een planning gemaakt. Probeer het zo nog eens.")
        return redirect("programmes:week", pk, slug)
    context = {"programme": programme, "form": form, "pins": new_pins(programme)}
    return render(
        request, "programmes/week_illness.html", context, status=422 if form.errors else 200
    )
