"""Who is in a circle: the list, a role, somebody leaves."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from leerkring.foundation.notifications.frequency import Loudness
from leerkring.foundation.notifications.preference_actions import set_loudness
from leerkring.network.circles.forms import RoleForm
from leerkring.network.circles.membership_actions import change_role, end_membership
from leerkring.network.circles.models import Circle, Membership, Role
from leerkring.network.circles.page_queries import people_for
from leerkring.network.circles.rules import GUIDING, may_facilitate, may_own, may_read, role_of
from leerkring.network.circles.views.gate import owned_circle, tried, visible_circle

ON_A_PAGE = 100
HEARS = {
    Loudness.ALL: "Alles van deze groep komt nu meteen per mail.",
    Loudness.NORMAL: "Je hoort van deze groep zoals je bij je meldingen koos.",
    Loudness.SILENT: "Van deze groep hoor je alleen nog, op de site, wat voor jou alleen is.",
}


@login_required
def index(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    circle = visible_circle(request, pk)
    if not may_read(request.user, circle):
        raise Http404
    rows, after = page_of_members(circle, request.GET.get("na", ""))
    owns, role = may_own(request.user, circle), role_of(request.user, circle)
    context = {
        "circle": circle,
        "people": people_for(request.user, circle, rows, inside=role is not None),
        "next": f"?na={after}" if after else "",
        "owns": owns,
        "facilitates": role in GUIDING,
        "roles": RoleForm(circle=circle).fields["role"].choices if owns else (),
        "inside": role is not None,
        "inspections": circle.inspections.select_related("person")[:20] if role else (),
    }
    return render(request, "circles/people.html", context)


def page_of_members(circle: Circle, after: str) -> tuple[list[Membership], str]:
    """Those who are in it, in the order in which they came."""
    rows = circle.memberships.running().select_related("person", "organisation").order_by("pk")
    if after.isdecimal() and len(after) < 19:
        rows = rows.filter(pk__gt=int(after))
    found = list(rows[: ON_A_PAGE + 1])
    return found[:ON_A_PAGE], str(found[ON_A_PAGE - 1].pk) if len(found) > ON_A_PAGE else ""


@login_required
@require_POST
def role(request: HttpRequest, pk: int, slug: str, membership_id: int) -> HttpResponse:
    circle = owned_circle(request, pk)
    membership = get_object_or_404(circle.memberships.running(), pk=membership_id)
    form = RoleForm(request.POST, circle=circle)
    if not form.is_valid():
        messages.error(request, "Kies een rol uit de lijst.")
    elif tried(
        request,
        lambda: change_role(membership, role=form.cleaned_data["role"], by=request.user),
    ):
        messages.success(request, "De rol is veranderd.")
    return redirect("circles:people", circle.pk, circle.slug)


@login_required
@require_POST
def end(request: HttpRequest, pk: int, slug: str, membership_id: int) -> HttpResponse:
    """An owner takes anybody out; a facilitator members and guests."""
    circle = visible_circle(request, pk)
    memberships: Any = circle.memberships.running()
    if not may_own(request.user, circle):
        memberships = memberships.exclude(role__in=(Role.OWNER, Role.FACILITATOR))
    if not may_facilitate(request.user, circle):
        raise Http404
    membership = get_object_or_404(memberships, pk=membership_id)
    if tried(request, lambda: end_membership(membership, by=request.user)):
        messages.success(request, "Diegene doet niet meer mee.")
    return redirect("circles:people", circle.pk, circle.slug)


@login_required
@require_POST
def loudness(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """How much somebody who is in it wants to hear of it."""
    circle = visible_circle(request, pk)
    get_object_or_404(Membership.objects.of(request.user), circle=circle)
    chosen = request.POST.get("loudness", "")
    if chosen not in set(Loudness):
        messages.error(request, "Kies alles, normaal of stil.")
        return redirect(circle)
    set_loudness(request.user, circle.pk, Loudness(chosen))
    messages.success(request, HEARS[Loudness(chosen)])
    return redirect(circle)


@login_required
def leave(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    circle = visible_circle(request, pk)
    membership = get_object_or_404(Membership.objects.of(request.user), circle=circle)
    if request.method == "POST":
        if tried(request, lambda: end_membership(membership, by=request.user)):
            messages.success(request, f"Je doet niet meer mee in «{circle}».")
            return redirect("circles:list")
        return redirect("circles:people", circle.pk, circle.slug)
    return render(request, "circles/leave.html", {"circle": circle})
