"""Leaving for good: choose what becomes of each kind, and prove that it is you."""

import time
from typing import Any

from allauth.core.ratelimit import consume
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.mail import EmailMessage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.cache import never_cache

from leerkring.foundation.design.templatetags.dutch import datum
from leerkring.foundation.dossier.actions import ask_for_erasure
from leerkring.foundation.dossier.models import TO_THINK_IT_OVER
from leerkring.foundation.privacy.registry import OnErasure
from leerkring.network.entrance.forms import CodeForm
from leerkring.network.entrance.proving import MINUTES, begin, try_code, waiting
from leerkring.network.entrance.views.join import TOO_OFTEN, WRONG
from leerkring.network.profiles.rules import held_by
from leerkring.site.own_data import left_without_owner, open_choices, what_becomes
from leerkring.site.own_data_forms import LeavingForm

KEY = "leaving"


@never_cache
@login_required
def choose(request: HttpRequest) -> HttpResponse:
    person = request.user
    form = LeavingForm(request.POST if request.method == "POST" else None, open_choices(person))
    is_sent = form.is_valid()
    if is_sent and consume(request, action="join", key=f"leaving:{person.pk}"):
        mail_code(request, form.wishes())
        return redirect("own_data_code")
    if is_sent:
        form.add_error(None, TOO_OFTEN)
    becomes = what_becomes(person)
    context = {
        "form": form,
        "goes": becomes[OnErasure.DELETE],
        "stays": becomes[OnErasure.ANONYMISE],
        "kept": becomes[OnErasure.KEEP],
        "circles": left_without_owner(person),
        "held": held_by(person),
        "days": TO_THINK_IT_OVER.days,
    }
    return render(
        request, "site/own_data_leaving.html", context, status=422 if form.errors else 200
    )


def mail_code(request: HttpRequest, wishes: dict[str, str]) -> None:
    """The code goes to the address of the account; what was chosen waits in the session."""
    person: Any = request.user
    memory: dict[str, Any] = {"wishes": wishes}
    proof = begin(memory, email=person.email, name=person.name, now=time.time())
    request.session[KEY] = memory
    about = {"code": proof.code, "minutes": MINUTES, "days": TO_THINK_IT_OVER.days}
    body = render_to_string("site/own_data_code.txt", about)
    EmailMessage("Je code om te vertrekken", body, to=[person.email]).send()


@never_cache
@login_required
def code(request: HttpRequest) -> HttpResponse:
    memory = request.session.get(KEY, {})
    proof = waiting(memory, time.time())
    person: Any = request.user
    if proof is None or proof.email != person.email:
        return redirect("own_data_leaving")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and consume(request, action="join_code"):
        is_right = try_code(memory, form.cleaned_data["code"], time.time())
        request.session[KEY] = memory
        if is_right:
            return leave(request, memory["wishes"])
        form.add_error("code", WRONG)
    context = {"form": form, "email": proof.email}
    return render(request, "site/own_data_code.html", context, status=422 if form.errors else 200)


def leave(request: HttpRequest, wishes: dict[str, str]) -> HttpResponse:
    del request.session[KEY]
    asked = ask_for_erasure(request.user, wishes)
    day = timezone.localdate(asked.due_at)
    messages.success(request, f"Op {datum(day)} verwijderen we je account. Tot dan kun je terug.")
    return redirect("own_data")
