"""Who guides a circle asks people in: requests, invitations, links."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from leerkring.network.circles import entry_actions as entry
from leerkring.network.circles.forms import DecisionForm, InvitationForm
from leerkring.network.circles.page_queries import whom_to_invite
from leerkring.network.circles.views.gate import guided_circle, tried
from leerkring.network.people.models import Person
from leerkring.network.profiles.models import Profile


@login_required
def requests(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    circle = guided_circle(request, pk)
    waiting = circle.join_requests.waiting().select_related("person")
    context = {"circle": circle, "requests": waiting[:100]}
    return render(request, "circles/requests.html", context)


@login_required
@require_POST
def decision(request: HttpRequest, pk: int, slug: str, request_id: int) -> HttpResponse:
    circle = guided_circle(request, pk)
    asked = get_object_or_404(circle.join_requests.all(), pk=request_id)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Kies ja of nee. Een antwoord is hoogstens 300 tekens lang.")
    elif tried(request, lambda: entry.decide(asked, by=request.user, **form.cleaned_data)):
        messages.success(request, "Je antwoord is gestuurd.")
    return redirect("circles:requests", circle.pk, circle.slug)


@login_required
def invitations(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    circle = guided_circle(request, pk)
    words = request.GET.get("naam", "")[:100].replace("\x00", "")
    context = {
        "circle": circle,
        "words": words,
        "people": whom_to_invite(request.user, circle, words),
        "roles": InvitationForm(circle=circle).fields["role"].choices,
        "invitations": circle.invitations.waiting().select_related("person")[:100],
        "doorways": circle.doorways.open().select_related("entrance")[:20],
    }
    return render(request, "circles/invitations.html", context)


@login_required
@require_POST
def invite(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    circle = guided_circle(request, pk)
    form = InvitationForm(request.POST, circle=circle)
    if form.is_valid():
        seen = Profile.objects.seen_by(request.user).values("person")
        person = get_object_or_404(
            Person.objects.filter(pk__in=seen), pk=form.cleaned_data["person"]
        )
        role = form.role_chosen()
        if tried(request, lambda: entry.invite(circle, person=person, role=role, by=request.user)):
            messages.success(request, f"{person} is uitgenodigd.")
    return redirect("circles:invitations", circle.pk, circle.slug)


@login_required
@require_POST
def invitation_end(request: HttpRequest, pk: int, slug: str, invitation_id: int) -> HttpResponse:
    circle = guided_circle(request, pk)
    entry.settle(get_object_or_404(circle.invitations.all(), pk=invitation_id))
    messages.success(request, "De uitnodiging is ingetrokken.")
    return redirect("circles:invitations", circle.pk, circle.slug)


@login_required
@require_POST
def doorway_new(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    circle = guided_circle(request, pk)
    if tried(request, lambda: entry.open_doorway(circle, by=request.user)):
        messages.success(request, "De link is er. Stuur hem naar wie mee mag doen.")
    return redirect("circles:invitations", circle.pk, circle.slug)


@login_required
@require_POST
def doorway_end(request: HttpRequest, pk: int, slug: str, doorway_id: int) -> HttpResponse:
    circle = guided_circle(request, pk)
    entry.withdraw(get_object_or_404(circle.doorways.all(), pk=doorway_id), by=request.user)
    messages.success(request, "De link werkt niet meer.")
    return redirect("circles:invitations", circle.pk, circle.slug)
