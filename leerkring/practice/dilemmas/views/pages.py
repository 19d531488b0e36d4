"""A dilemma with what people experienced, and telling one's own."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from leerkring.foundation.language.checking_actions import count_traces
from leerkring.practice.dilemmas import rules
from leerkring.practice.dilemmas.actions import Closed, tell
from leerkring.practice.dilemmas.forms import ExperienceForm
from leerkring.practice.dilemmas.models import Dilemma
from leerkring.practice.dilemmas.queries import experiences_of
from leerkring.practice.dilemmas.registry import on_programmes
from leerkring.practice.dilemmas.views.gate import (
    dilemma_or_404,
    out_of_sight,
    visible_dilemma,
)


def show(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    dilemma = visible_dilemma(request, pk)
    if dilemma is None:
        return out_of_sight(request)
    if slug != (dilemma.slug or "dilemma"):
        return redirect(dilemma, permanent=True)
    return _page(request, dilemma)


def _page(request: HttpRequest, dilemma: Dilemma, form: Any = None) -> HttpResponse:
    """`form` is one that was sent and is shown again."""
    standing = rules.standing_of(request.user, dilemma)
    if form is None and standing.says and not dilemma.is_closed:
        form = ExperienceForm(person=request.user)
    told, older = experiences_of(dilemma, request.GET.get("voor", ""))
    context = {
        "dilemma": dilemma,
        "themes": list(dilemma.themes.all()),
        "told": told,
        "older": older,
        "programmes": on_programmes(request.user, dilemma.pk),
        "outings": list(dilemma.outings.all()[:20]),
        "form": form,
        "is_mine": rules.wrote(request.user, dilemma),
        "leads": rules.wrote(request.user, dilemma) or standing.orders,
        "orders": standing.orders,
    }
    status = 422 if form is not None and form.is_bound else 200
    return render(request, "dilemmas/show.html", context, status=status)


@login_required
def telling(request: HttpRequest, pk: int) -> HttpResponse:
    dilemma = dilemma_or_404(request, pk)
    if not rules.may_say_something(request.user, dilemma):
        raise Http404
    if request.method != "POST" or dilemma.is_closed:
        return redirect(dilemma)
    form = ExperienceForm(request.POST, person=request.user)
    if not form.is_valid():
        return _page(request, dilemma, form)
    try:
        with transaction.atomic():
            count_traces(form.decisions)
            made = tell(dilemma, text=form.cleaned_data["text"], by=request.user)
    except Closed:
        messages.info(request, "Dit dilemma is intussen afgesloten.")
        return redirect(dilemma)
    return redirect(made.get_absolute_url())
