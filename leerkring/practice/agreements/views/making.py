"""An agreement is made or asked for, gets its yes or no, and may end."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from leerkring.foundation.language.checking_actions import count_traces
from leerkring.network.circles.models import Circle
from leerkring.network.circles.queries import circles_to_write_in
from leerkring.practice.agreements.actions import (
    NotNow,
    add_contact,
    confirm,
    end,
    promise,
    refuse,
)
from leerkring.practice.agreements.forms import (
    AgreementForm,
    CircleForm,
    ContactForm,
    ReasonForm,
)
from leerkring.practice.agreements.link_queries import meeting_of
from leerkring.practice.agreements.models import Side
from leerkring.practice.agreements.registry import made_at
from leerkring.practice.agreements.rules import side_of
from leerkring.practice.agreements.views.gate import own_agreement


@login_required
def new(request: HttpRequest) -> HttpResponse:
    """First in which circle, then with whom and what."""
    circles = circles_to_write_in(request.user)
    chosen, link = request.GET.get("kring", ""), request.GET.get("bijeenkomst", "")
    if chosen.isascii() and chosen.isdecimal() and len(chosen) < 19:
        circle = circles.filter(pk=int(chosen)).first()
        if circle is None:
            raise Http404
        return _make(request, circle, meeting_of(link))
    form = CircleForm(person=request.user)
    context = {"form": form, "any": circles.exists(), "link": link if meeting_of(link) else ""}
    return render(request, "agreements/where.html", context)


def _make(request: HttpRequest, circle: Circle, meeting: int | None) -> HttpResponse:
    sent = request.POST if request.method == "POST" else None
    form = AgreementForm(sent, person=request.user, circle=circle, meeting=meeting)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        there = made_at(request.user, meeting)
        context = {"form": form, "circle": circle, "there": there}
        return render(request, "agreements/form.html", context, status=status)
    with transaction.atomic():
        count_traces(form.decisions)
        made = promise(form.promised(), **form.parties(), by=request.user)
    said = "Afgesproken." if made.is_agreed else "Gevraagd. Je hoort het als de ander ja zegt."
    messages.success(request, said)
    return redirect(made)


@login_required
def confirmation(request: HttpRequest, pk: int) -> HttpResponse:
    """Yes, or no with a reason, on one page."""
    agreement = own_agreement(request, pk, Side.PROMISES)
    if not agreement.is_open_proposal:
        return redirect(agreement)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        context = {"form": form, "agreement": agreement}
        status = 422 if form.is_bound else 200
        return render(request, "agreements/confirmation.html", context, status=status)
    try:
        if "nee" in request.POST:
            refuse(agreement, by=request.user, text=form.cleaned_data["text"])
        else:
            confirm(agreement, by=request.user)
    except NotNow:
        messages.info(request, "Hier is al op geantwoord.")
    return redirect(agreement)


@login_required
def ending(request: HttpRequest, pk: int) -> HttpResponse:
    agreement = own_agreement(request, pk, *Side)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if hasattr(agreement, "ending") or hasattr(agreement, "refusal"):
        return redirect(agreement)
    if not form.is_valid():
        context = {"form": form, "agreement": agreement}
        status = 422 if form.is_bound else 200
        return render(request, "agreements/ending.html", context, status=status)
    try:
        end(agreement, by=request.user, text=form.cleaned_data["text"])
    except NotNow:
        messages.info(request, "Deze afspraak was al gestopt.")
    return redirect(agreement)


@login_required
def contact(request: HttpRequest, pk: int) -> HttpResponse:
    agreement = own_agreement(request, pk, *Side)
    sent = request.POST if request.method == "POST" else None
    form = ContactForm(sent, agreement=agreement)
    if not form.is_valid():
        context = {"form": form, "agreement": agreement}
        status = 422 if form.is_bound else 200
        return render(request, "agreements/contact.html", context, status=status)
    side = side_of(request.user, agreement) or ""
    add_contact(agreement, person=form.cleaned_data["person"], side=side, by=request.user)
    return redirect(agreement)
