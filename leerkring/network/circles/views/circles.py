"""Circles: the list, the page of one, a new one, its settings, its end."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from leerkring.foundation.language.checking_actions import count_traces
from leerkring.network.circles.actions import change_settings, close, reopen, start_circle
from leerkring.network.circles.browsing import Browsing
from leerkring.network.circles.forms import CircleForm, ClosingForm
from leerkring.network.circles.inside_queries import Looking
from leerkring.network.circles.kinds import KINDS
from leerkring.network.circles.models import Circle
from leerkring.network.circles.page_queries import list_for, page_for
from leerkring.network.circles.views.gate import known, out_of_sight, owned_circle, posted, tried


def index(request: HttpRequest) -> HttpResponse:
    browsing = Browsing.asked(request.GET)
    return render(request, "circles/list.html", list_for(request.user, browsing))


def show(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    circle = known(request, pk)
    if circle is None:
        return out_of_sight(request)
    if circle.slug != slug:
        return redirect(circle, permanent=True)
    context = page_for(request.user, circle, Looking.asked(request.GET))
    return render(request, "circles/show.html", context)


@login_required
def new(request: HttpRequest) -> HttpResponse:
    kind = KINDS.get(request.GET.get("soort", ""))
    if kind is None:
        return render(request, "circles/kinds.html", {"kinds": KINDS.values()})
    form = CircleForm(posted(request), kind=kind, person=request.user)
    if request.method == "POST" and form.is_valid():
        count_traces(form.decisions)
        circle = start_circle(kind.key, form.settings(), by=request.user)
        messages.success(request, f"«{circle}» is begonnen. Vraag nu mensen erbij.")
        return redirect("circles:invitations", circle.pk, circle.slug)
    context = {"form": form, "kind": kind}
    return render(request, "circles/edit.html", context, status=422 if form.errors else 200)


@login_required
def settings(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    circle = owned_circle(request, pk)
    form = _settings_form(request, circle, posted(request))
    if request.method == "POST" and form.is_valid():
        chosen = form.settings()
        if tried(request, lambda: change_settings(circle, chosen, by=request.user)):
            count_traces(form.decisions)
            messages.success(request, "De instellingen zijn bewaard.")
        return redirect("circles:settings", circle.pk, circle.slug)
    return _settings_page(request, circle, form, ClosingForm())


def _settings_form(request: HttpRequest, circle: Circle, data: Any = None) -> CircleForm:
    return CircleForm(data, kind=circle.words, person=request.user, circle=circle)


def _settings_page(
    request: HttpRequest, circle: Circle, form: CircleForm, closing: ClosingForm
) -> HttpResponse:
    context = {"form": form, "kind": circle.words, "circle": circle, "closing": closing}
    status = 422 if form.errors or closing.errors else 200
    return render(request, "circles/edit.html", context, status=status)


@login_required
@require_POST
def end(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    circle = owned_circle(request, pk)
    form = ClosingForm(request.POST)
    if not form.is_valid():
        return _settings_page(request, circle, _settings_form(request, circle), form)
    count_traces(form.decisions)
    close(circle, by=request.user, reason=form.cleaned_data["reason"])
    messages.success(request, "De groep is afgesloten. Alles blijft te lezen.")
    return redirect(circle)


@login_required
@require_POST
def again(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    circle = owned_circle(request, pk)
    reopen(circle, by=request.user)
    messages.success(request, "De groep is weer open.")
    return redirect(circle)
