"""Reacting, changing one's mind, and taking away."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from leerkring.foundation.language.checking_actions import count_traces
from leerkring.foundation.moderation.actions import explain
from leerkring.foundation.moderation.forms import ReasonForm
from leerkring.foundation.moderation.queries import matter_of
from leerkring.foundation.remarks import actions
from leerkring.foundation.remarks.forms import RemarkForm
from leerkring.foundation.remarks.models import LONGEST, Remark
from leerkring.foundation.remarks.talk_queries import names_in_talk
from leerkring.foundation.remarks.views.gate import own_remark, visible_remark, visible_row
from leerkring.foundation.remarks.views.left import taken_away
from leerkring.foundation.remarks.visible_queries import visible_to


@login_required
def add(request: HttpRequest, about: str, about_id: str) -> HttpResponse:
    """POST a reaction; GET asks for the text of an answer (`?op=`) on a page of its own."""
    entry, row = visible_row(request, about, about_id)
    if not entry.may_remark(request.user, row):
        raise PermissionDenied
    answering = _answered(request, about, about_id)
    if "kijk" in request.POST:
        told = {"answering": answering, "title": entry.title(row)}
        return _looked_along(request, told, entry.url(row))
    form = RemarkForm(
        request.POST or None, names=names_in_talk(request.user, row, entry, answering)
    )
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["text"]
        with transaction.atomic():
            count_traces(form.decisions)
            remark = actions.remark_on(row, entry, text=text, by=request.user, answering=answering)
        return redirect(f"{entry.url(row)}#reactie-{remark.pk}")
    context = {"form": form, "answering": answering, "title": entry.title(row)}
    return _asked_again(request, context, entry.url(row))


def _answered(request: HttpRequest, about: str, about_id: str) -> Remark | None:
    """The remark in `op`, when it stands under the same thing."""
    asked = (request.POST or request.GET).get("op", "")
    standing = Remark.objects.standing().filter(about=about, about_id=about_id)
    return standing.filter(pk=int(asked)).first() if asked.isdecimal() and len(asked) < 19 else None


@login_required
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    remark, entry, row = visible_remark(request, pk)
    if not remark.can_be_edited_by(request.user, timezone.now()):
        raise PermissionDenied
    if "kijk" in request.POST:
        return _looked_along(request, {"title": entry.title(row)}, entry.url(row))
    names = names_in_talk(request.user, row, entry, remark.parent)
    form = RemarkForm(request.POST or None, initial={"text": remark.text}, names=names)
    form.accepted_texts = {"text": remark.text}
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            count_traces(form.decisions)
            actions.edit(remark, text=form.cleaned_data["text"], by=request.user)
        return redirect(f"{entry.url(row)}#reactie-{remark.pk}")
    return _asked_again(request, {"form": form, "title": entry.title(row)}, entry.url(row))


@login_required
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """One's own at once; whoever keeps order says why, and its writer hears it."""
    mine = own_remark(request, pk)
    if mine and not visible_to(request.user).filter(pk=pk).exists():
        return taken_away(request, mine)
    remark, entry, row = visible_remark(request, pk)
    own = remark.author_id == request.user.pk
    if not own and request.user.pk not in entry.moderators(row):
        raise PermissionDenied
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not (own or form.is_valid()):
        context = {"form": form, "title": entry.title(row), "what": "deze reactie"}
        case = matter_of(request.user, remark._meta.label_lower, str(remark.pk))
        context |= {"back": entry.url(row), "own": own, "case": case}
        status = 422 if form.is_bound else 200
        return render(request, "moderation/removal.html", context, status=status)
    with transaction.atomic():
        actions.remove(remark, by=request.user)
        if not own:
            explain(remark, why=form.cleaned_data["why"], by=request.user)
    messages.success(request, "De reactie is weggehaald.")
    return redirect(entry.url(row))


def _looked_along(request: HttpRequest, context: dict[str, Any], back: str) -> HttpResponse:
    """Could it be plainer, before it goes anywhere; nothing is kept or refused yet."""
    typed = request.POST.get("text", "").replace("\x00", "")[:LONGEST]
    form = RemarkForm(initial={"text": typed})
    return render(request, "remarks/remark.html", {**context, "form": form, "back": back})


def _asked_again(request: HttpRequest, context: dict[str, Any], back: str) -> HttpResponse:
    status = 422 if context["form"].errors else 200
    return render(request, "remarks/remark.html", {**context, "back": back}, status=status)
