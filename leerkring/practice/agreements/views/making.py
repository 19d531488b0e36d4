"""An agreement is made or asked for, gets its yes or no, and may end."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from leerkring.foundation.language.checking_actions import count_traces
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
from leerkring.practice.agreements.partner_queries import Around, around, at_meeting, in_circle
from leerkring.practice.agreements.registry import made_at
from leerkring.practice.agreements.rules import side_of
from leerkring.practice.agreements.views.gate import own_agreement

IN_A_CIRCLE = "kies"  # ?kring=kies: rather in a circle than among who was at a meeting


@login_required
def new(request: HttpRequest) -> HttpResponse:
    """First where, then with whom and what: in a circle, or among who was at a meeting."""
    circles = circles_to_write_in(request.user)
    chosen, link = request.GET.get("kring", ""), request.GET.get("bijeenkomst", "")
    meeting = meeting_of(link)
    there = at_meeting(request.user, meeting)
    if chosen.isascii() and chosen.isdecimal() and len(chosen) < 19:
        circle = circles.filter(pk=int(chosen)).first()
        if circle is not None:
            return _make(request, in_circle(circle, meeting), link if there else "")
        if there is None:
            raise Http404
    if there is not None and chosen != IN_A_CIRCLE:
        return _make(request, there, link if circles.exists() else "")
    form = CircleForm(person=request.user)
    context = {"form": form, "any": circles.exists(), "link": link if meeting else ""}
    return render(request, "agreements/where.html", context)


def _make(request: HttpRequest, around: Around, other: str) -> HttpResponse:
    """`other`: the link of the meeting, where one may also choose people the other way."""
    sent = request.POST if request.method == "POST" else None
    form = AgreementForm(sent, person=request.user, around=around)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        there = made_at(request.user, around.meeting)
        context = {"form": form, "circle": around.circle, "there": there, "other": other}
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
    found = around(request.user, agreement)
    if found is None:
        raise Http404
    sent = request.POST if request.method == "POST" else None
    form = ContactForm(sent, agreement=agreement, around=found)
    if not form.is_valid():
        context = {"form": form, "agreement": agreement}
        status = 422 if form.is_bound else 200
        return render(request, "agreements/contact.html", context, status=status)
    side = side_of(request.user, agreement) or ""
    add_contact(agreement, person=form.cleaned_data["person"], side=side, by=request.user)
    return redirect(agreement)
