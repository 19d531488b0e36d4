"""A dilemma is put on the shelf, or put in other words."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from leerkring.foundation.language.checking_actions import count_traces
from leerkring.practice.dilemmas.actions import change_dilemma, put_dilemma
from leerkring.practice.dilemmas.forms import DilemmaForm
from leerkring.practice.dilemmas.rules import wrote
from leerkring.practice.dilemmas.views.gate import dilemma_or_404

WORDS = {"titel": "title", "ene": "one_side", "andere": "other_side", "tekst": "text"}


@login_required
def new(request: HttpRequest) -> HttpResponse:
    sent = request.POST if request.method == "POST" else None
    form = DilemmaForm(sent, person=request.user, initial=_begun(request))
    if not form.is_valid():
        return _form(request, form)
    with transaction.atomic():
        count_traces(form.decisions)
        made = put_dilemma(form.put(), by=request.user)
    return redirect(made)


def _begun(request: HttpRequest) -> dict[str, Any]:
    """What a link to this page fills in: `?kring=`, and the words of a dilemma from elsewhere."""
    circle = request.GET.get("kring", "")
    begun: dict[str, Any] = {name: request.GET.get(key, "") for key, name in WORDS.items()}
    return begun | ({"circle": int(circle)} if circle.isascii() and circle.isdecimal() else {})


@login_required
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    dilemma = dilemma_or_404(request, pk)
    if not wrote(request.user, dilemma):
        raise Http404
    sent = request.POST if request.method == "POST" else None
    form = DilemmaForm(sent, person=request.user, dilemma=dilemma)
    if not form.is_valid():
        return _form(request, form, dilemma)
    with transaction.atomic():
        count_traces(form.decisions)
        change_dilemma(dilemma, form.put())
    return redirect(dilemma)


def _form(request: HttpRequest, form: DilemmaForm, dilemma: Any = None) -> HttpResponse:
    context = {"form": form, "dilemma": dilemma}
    return render(request, "dilemmas/form.html", context, status=422 if form.is_bound else 200)
