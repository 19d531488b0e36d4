"""The desk of moderators: requests, links and domains."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from leerkring.foundation.language.checking_actions import count_traces
from leerkring.network.entrance.actions import (
    approve_domain,
    decide,
    drop_domain,
    invite,
    revoke,
)
from leerkring.network.entrance.forms import DecisionForm, DomainForm, InvitationForm
from leerkring.network.entrance.models import ApprovedDomain, InvitationLink, JoinRequest
from leerkring.network.entrance.queries import links_for_the_desk, requests_for_the_desk
from leerkring.network.entrance.rules import may_admit

AT_ONCE = 50
View = Callable[..., HttpResponse]


def for_moderators(view: View) -> View:
    """Others do not learn that there is a desk."""

    @login_required
    @wraps(view)
    def gate(request: HttpRequest, **kwargs: int) -> HttpResponse:
        if not may_admit(request.user):
            raise Http404
        return view(request, **kwargs)

    return gate


@for_moderators
def requests(request: HttpRequest) -> HttpResponse:
    rows = list(requests_for_the_desk()[: AT_ONCE + 1])
    context = {"rows": rows[:AT_ONCE], "more": len(rows) > AT_ONCE, "current": "requests"}
    return render(request, "entrance/desk/requests.html", context)


@for_moderators
def request_(request: HttpRequest, pk: int) -> HttpResponse:
    """One request, and what to answer."""
    asked = get_object_or_404(JoinRequest.objects.waiting(), pk=pk)
    form = DecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        granted = request.POST.get("granted") == "ja"
        decide(asked, granted=granted, answer=form.cleaned_data["answer"], by=request.user)
        done = "is welkom" if granted else "krijgt bericht dat het niet doorgaat"
        messages.success(request, f"{asked.name} {done}. De mail gaat zo weg.")
        return redirect("entrance:requests")
    facts = [("Adres", asked.email), ("Organisatie", asked.organisation or "–")]
    context = {"asked": asked, "form": form, "facts": facts}
    return render(request, "entrance/desk/request.html", context)


@for_moderators
def links(request: HttpRequest) -> HttpResponse:
    form = InvitationForm(request.POST or None)
    form.unasked_names = [request.user.name] if request.user.name else []
    if request.method == "POST" and form.is_valid():
        count_traces(form.decisions)
        invite(by=request.user, **form.cleaned_data)
        messages.success(request, "De link staat klaar. Kopieer hem uit de lijst.")
        return redirect("entrance:links")
    before = request.GET.get("voor", "")
    rows = list(links_for_the_desk(int(before) if before.isdecimal() else None)[: AT_ONCE + 1])
    context = {"rows": rows[:AT_ONCE], "form": form, "current": "links"}
    context |= {"today": timezone.localdate(), "first": before == ""}
    context["older"] = f"?voor={rows[AT_ONCE - 1].pk}" if len(rows) > AT_ONCE else ""
    return render(request, "entrance/desk/links.html", context, status=422 if form.errors else 200)


@for_moderators
@require_POST
def revocation(request: HttpRequest, pk: int) -> HttpResponse:
    revoke(get_object_or_404(InvitationLink, pk=pk), by=request.user)
    messages.success(request, "De link is ingetrokken. Wie al binnen is, blijft.")
    return redirect("entrance:links")


@for_moderators
def domains(request: HttpRequest) -> HttpResponse:
    form = DomainForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        approve_domain(**form.cleaned_data, by=request.user)
        return redirect("entrance:domains")
    context = {"domains": ApprovedDomain.objects.all(), "form": form, "current": "domains"}
    status = 422 if form.errors else 200
    return render(request, "entrance/desk/domains.html", context, status=status)


@for_moderators
@require_POST
def domain_removal(request: HttpRequest, pk: int) -> HttpResponse:
    drop_domain(get_object_or_404(ApprovedDomain, pk=pk), by=request.user)
    messages.success(request, "Met dit domein komt niemand meer vanzelf binnen.")
    return redirect("entrance:domains")
