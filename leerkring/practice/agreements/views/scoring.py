"""How it went: the receiver says so, the other side answers, and a difference is settled."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from leerkring.foundation.language.checking_actions import count_traces
from leerkring.practice.agreements.actions import NotNow
from leerkring.practice.agreements.forms import ReplyForm, ScoreForm, SettlementForm
from leerkring.practice.agreements.models import Agreement, Side
from leerkring.practice.agreements.rules import is_open_point, may_settle, week_to_score
from leerkring.practice.agreements.scoring_actions import answer, score, settle
from leerkring.practice.agreements.views.gate import own_agreement, score_of, visible_agreement

TOO_LATE = "Dat is al gezegd."


@login_required
def judging(request: HttpRequest, pk: int) -> HttpResponse:
    agreement = own_agreement(request, pk, Side.RECEIVES)
    week = week_to_score(agreement, timezone.localdate())
    if week is None:
        messages.info(request, "Er is nu niets te beoordelen.")
        return redirect(agreement)
    title = f"Na {week} weken: kwam de ander het na?"
    return _say(request, agreement, ScoreForm, title, lambda said: score(agreement, **said))


@login_required
def reply(request: HttpRequest, pk: int, week: int) -> HttpResponse:
    agreement = own_agreement(request, pk, Side.PROMISES)
    scored = score_of(agreement, week)
    if hasattr(scored, "reply"):
        return redirect(agreement)
    title = f"{scored.get_kept_display()}, zegt {agreement.receiver}"
    intro = f"«{scored.sentence}»"
    return _say(request, agreement, ReplyForm, title, lambda said: answer(scored, **said), intro)


@login_required
def settlement(request: HttpRequest, pk: int, week: int) -> HttpResponse:
    agreement = visible_agreement(request, pk)
    if not may_settle(request.user, agreement):
        raise Http404
    scored = score_of(agreement, week)
    if not is_open_point(scored, timezone.now()):
        return redirect(agreement)
    title = "Hier zijn we uit"
    return _say(request, agreement, SettlementForm, title, lambda said: settle(scored, **said))


def _say(
    request: HttpRequest,
    agreement: Agreement,
    form_class: type[forms.Form],
    title: str,
    act: Callable[[dict[str, Any]], Any],
    intro: str = "",
) -> HttpResponse:
    form: Any = form_class(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        context = {"form": form, "agreement": agreement, "title": title, "intro": intro}
        status = 422 if form.is_bound else 200
        return render(request, "agreements/say.html", context, status=status)
    try:
        with transaction.atomic():
            count_traces(form.decisions)
            act({**form.cleaned_data, "by": request.user})
    except NotNow:
        messages.info(request, TOO_LATE)
    return redirect(agreement)
