"""A promise behind the link in a mail: made, changed, looked back on, taken away."""

from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from leerkring.foundation.language.checking_actions import count_traces
from leerkring.network.circles.views.gate import tried
from leerkring.practice.attendance.models import GuestPromise
from leerkring.practice.attendance.promise_actions import change_promise, keep_promise, look_back
from leerkring.practice.attendance.promise_forms import (
    GuestLookBackForm,
    GuestPromiseForm,
)
from leerkring.practice.attendance.promise_queries import may_promise
from leerkring.practice.attendance.views.gate import Screen, behind_link, kept
from leerkring.practice.attendance.views.link_page import link_page
from leerkring.practice.meetings.models import Invitation


def _own_promise(screen: Screen) -> Screen:
    """The screen gets the promise of this link; another's is not there."""

    @wraps(screen)
    def opened(
        request: HttpRequest, invitation: Invitation, token: str, promise: int
    ) -> HttpResponse:
        own = get_object_or_404(GuestPromise, pk=promise, invitation=invitation)
        own.invitation = invitation
        return screen(request, own, token)

    return behind_link(opened)


@require_POST
@behind_link
def make(request: HttpRequest, invitation: Invitation, token: str) -> HttpResponse:
    form = GuestPromiseForm(request.POST)
    if not may_promise(invitation, timezone.now()):
        messages.error(request, "Een voornemen maak je vanaf de bijeenkomst tot zes weken erna.")
        return _back(token)
    if form.is_valid():
        if tried(request, lambda: keep_promise(invitation, **form.cleaned_data)):
            count_traces(form.decisions)
            messages.success(request, "Je voornemen is bewaard. Alleen jij leest het.")
        return _back(token)
    return link_page(request, invitation, token, promise_form=form)


@_own_promise
def show(request: HttpRequest, promise: GuestPromise, token: str) -> HttpResponse:
    """How did it go?"""
    form = GuestLookBackForm(request.POST or None, promise=promise)
    if request.method == "POST" and form.is_valid():
        look_back(promise, **form.cleaned_data)
        count_traces(form.decisions)
        messages.success(request, "Dank je. Wat je schreef, leest niemand anders.")
        return _back(token)
    return _page(request, promise, token, form=form)


@require_POST
@_own_promise
def change(request: HttpRequest, promise: GuestPromise, token: str) -> HttpResponse:
    form = GuestPromiseForm(request.POST, promise=promise)
    if form.is_valid() and kept(form, lambda: change_promise(promise, **form.cleaned_data)):
        count_traces(form.decisions)
        messages.success(request, "Je voornemen is gewijzigd.")
        return _back(token)
    return _page(request, promise, token, change_form=form)


@require_POST
@_own_promise
def take_away(request: HttpRequest, promise: GuestPromise, token: str) -> HttpResponse:
    promise.delete()
    messages.success(request, "Je voornemen is weg.")
    return _back(token)


def _page(request: HttpRequest, promise: GuestPromise, token: str, **forms: Any) -> HttpResponse:
    context = {
        "promise": promise,
        "meeting": promise.invitation.meeting,
        "token": token,
        "form": GuestLookBackForm(promise=promise),
        "change_form": GuestPromiseForm(promise=promise),
        **forms,
    }
    wrong = any(form.errors for form in forms.values())
    return render(request, "attendance/promise.html", context, status=422 if wrong else 200)


def _back(token: str) -> HttpResponse:
    return redirect(f"{reverse('attendance:reply', args=[token])}#voornemens")
