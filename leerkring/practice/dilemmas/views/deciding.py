"""What becomes of a dilemma: it comes back, is closed or opened, or taken away."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from leerkring.foundation.language.checking_actions import count_traces
from leerkring.practice.dilemmas.actions import (
    Closed,
    came_back,
    close,
    reopen,
    take_back,
    take_experience_back,
)
from leerkring.practice.dilemmas.forms import ClosingForm, OutingForm
from leerkring.practice.dilemmas.models import Dilemma, Experience
from leerkring.practice.dilemmas.rules import may_take_back
from leerkring.practice.dilemmas.views.gate import (
    dilemma_to_take_back,
    experience_to_take_back,
    led_dilemma,
    visible_dilemma,
)


@login_required
def outing(request: HttpRequest, pk: int) -> HttpResponse:
    dilemma = led_dilemma(request, pk)
    sent = request.POST if request.method == "POST" else None
    form = OutingForm(sent, initial={"at": timezone.localdate()})
    return _say(request, dilemma, form, "Waar kwam het terug?", came_back)


@login_required
def closing(request: HttpRequest, pk: int) -> HttpResponse:
    dilemma = led_dilemma(request, pk)
    if dilemma.is_closed:
        return redirect(dilemma)
    form = ClosingForm(request.POST if request.method == "POST" else None)
    return _say(request, dilemma, form, "Wat leerden jullie?", close)


def _say(
    request: HttpRequest, dilemma: Dilemma, form: Any, title: str, act: Callable[..., Any]
) -> HttpResponse:
    assert isinstance(form, forms.Form)
    if not form.is_valid():
        context = {"form": form, "dilemma": dilemma, "title": title}
        return render(request, "dilemmas/say.html", context, status=422 if form.is_bound else 200)
    try:
        with transaction.atomic():
            count_traces(getattr(form, "decisions", {}))
            act(dilemma, **form.cleaned_data, by=request.user)
    except Closed:
        messages.info(request, "Dit dilemma was al afgesloten.")
    return redirect(dilemma)


@login_required
@require_POST
def opening(request: HttpRequest, pk: int) -> HttpResponse:
    dilemma = led_dilemma(request, pk)
    reopen(dilemma, by=request.user)
    return redirect(dilemma)


@login_required
def retraction(request: HttpRequest, pk: int) -> HttpResponse:
    dilemma = dilemma_to_take_back(request, pk)
    if not may_take_back(request.user, dilemma, dilemma):
        raise Http404
    if request.method != "POST":
        return _sure(request, dilemma)
    take_back(dilemma, by=request.user)
    messages.success(request, "Weggehaald.")
    return redirect("dilemmas:list")


@login_required
def experience_retraction(request: HttpRequest, pk: int) -> HttpResponse:
    experience = experience_to_take_back(request, pk)
    dilemma = experience.dilemma
    if not may_take_back(request.user, dilemma, experience):
        raise Http404
    if request.method != "POST":
        return _sure(request, dilemma, experience)
    take_experience_back(experience, by=request.user)
    messages.success(request, "Weggehaald.")
    return redirect(visible_dilemma(request, dilemma.pk) or "dilemmas:list")


def _sure(
    request: HttpRequest, dilemma: Dilemma, experience: Experience | None = None
) -> HttpResponse:
    """Who does not read the dilemma any more sees of it what is their own, and nothing else."""
    seen = visible_dilemma(request, dilemma.pk)
    context = {"dilemma": seen, "experience": experience, "own": seen or experience or dilemma}
    return render(request, "dilemmas/retraction.html", context)
