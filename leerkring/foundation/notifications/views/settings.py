"""Choosing what to hear of, where, and how often."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from leerkring.foundation.notifications.forms import SettingsForm
from leerkring.foundation.notifications.preference_actions import choose as keep


@login_required
def choose(request: HttpRequest) -> HttpResponse:
    form = SettingsForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        keep(
            request.user,
            plans=form.plans(),
            loudness=form.loudness(),
            stopped=form.stopped(),
        )
        messages.success(request, "Bewaard. Dit geldt ook voor mail die nog niet weg was.")
        return redirect("notifications:settings")
    status = 422 if request.method == "POST" else 200
    path = [("Meldingen", reverse("notifications:list")), ("Kies wat je krijgt", "")]
    context = {"form": form, "path": path}
    return render(request, "notifications/settings.html", context, status=status)
