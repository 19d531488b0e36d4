"""A promise is made, changed until it is looked back on, or taken away."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from leerkring.foundation.language.checking_actions import count_traces
from leerkring.practice.commitments.actions import (
    LookedBackAlready,
    change_commitment,
    make_commitment,
    take_away,
)
from leerkring.practice.commitments.forms import CommitmentForm
from leerkring.practice.commitments.link_queries import meeting_of
from leerkring.practice.commitments.models import Sight
from leerkring.practice.commitments.views.gate import own_commitment


@login_required
def new(request: HttpRequest) -> HttpResponse:
    sent = request.POST if request.method == "POST" else None
    form = CommitmentForm(sent, person=request.user, initial=_begun(request))
    if not form.is_valid():
        return _form(request, form)
    with transaction.atomic():
        count_traces(form.decisions)
        made = make_commitment(
            **form.said(),
            **form.whose(),
            meeting=meeting_of(request.GET.get("bij", "")),
            by=request.user,
        )
    messages.success(request, "Opgeschreven. Op de dag die je koos, vragen we hoe het ging.")
    return redirect(made)


def _begun(request: HttpRequest) -> dict[str, Any]:
    """What a link to this page fills in: `?kring=`. Who comes from a meeting chooses the sight."""
    circle = request.GET.get("kring", "")
    if not (circle.isascii() and circle.isdecimal()):
        return {}
    sight = Sight.OWN if "bij" in request.GET else Sight.CIRCLE
    return {"circle": int(circle), "sight": sight.value}


@login_required
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    commitment = own_commitment(request, pk)
    if commitment.look_backs.exists():
        return _too_late(request, commitment)
    sent = request.POST if request.method == "POST" else None
    form = CommitmentForm(sent, person=request.user, commitment=commitment)
    if not form.is_valid():
        return _form(request, form, commitment)
    try:
        with transaction.atomic():
            count_traces(form.decisions)
            change_commitment(commitment, **form.said())
    except LookedBackAlready:
        return _too_late(request, commitment)
    return redirect(commitment)


def _form(request: HttpRequest, form: CommitmentForm, commitment: Any = None) -> HttpResponse:
    status = 422 if form.is_bound else 200
    context = {"form": form, "commitment": commitment}
    return render(request, "commitments/form.html", context, status=status)


def _too_late(request: HttpRequest, commitment: Any) -> HttpResponse:
    messages.info(request, "Hier is al op teruggekeken. De woorden blijven zoals ze zijn.")
    return redirect(commitment)


@login_required
def removal(request: HttpRequest, pk: int) -> HttpResponse:
    commitment = own_commitment(request, pk)
    if request.method != "POST":
        return render(request, "commitments/removal.html", {"commitment": commitment})
    take_away(commitment)
    messages.success(request, "Weggehaald.")
    return redirect("commitments:list")
