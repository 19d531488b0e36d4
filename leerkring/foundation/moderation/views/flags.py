"""Flagging something, and seeing what came of it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from leerkring.foundation.moderation import actions
from leerkring.foundation.moderation.forms import FlagForm
from leerkring.foundation.moderation.queries import own_flags
from leerkring.foundation.moderation.registry import flaggable


@login_required
def flag_it(request: HttpRequest, about: str, about_id: str) -> HttpResponse:
    entry = flaggable(about)
    row = entry and entry.row(about_id, entry.visible_to(request.user))
    if entry is None or row is None:
        raise Http404
    form = FlagForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        actions.flag(row, entry, by=request.user, **form.cleaned_data)
        messages.success(request, "Dank je. Een moderator kijkt ernaar en je hoort wat eruit komt.")
        return redirect(entry.url(row))
    context = {"form": form, "title": entry.describe(row), "url": entry.url(row)}
    return render(request, "moderation/flag.html", context, status=422 if form.errors else 200)


@login_required
def own(request: HttpRequest) -> HttpResponse:
    return render(request, "moderation/own.html", {"flags": own_flags(request.user)})
