"""The editor's desk: from what was captured to a paper the team agrees with."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from leerkring.foundation.language.checking_actions import count_traces
from leerkring.loop.newspapers import actions, rules
from leerkring.loop.newspapers.desk_steps import steps
from leerkring.loop.newspapers.editing import Change, edited
from leerkring.loop.newspapers.forms import AudienceForm, GoingOutForm, StoryForm, story_forms
from leerkring.loop.newspapers.models import Edition
from leerkring.loop.newspapers.paper import Paper
from leerkring.loop.newspapers.queries import (
    agreed_audiences,
    captured,
    changes_in,
    desk_fingerprint,
    fingerprint,
    holding_approvals,
)
from leerkring.loop.newspapers.typesetting import typeset
from leerkring.loop.newspapers.unprinted import unprinted
from leerkring.loop.newspapers.views.gate import visible_desk
from leerkring.loop.programmes.views.gate import visible_participation
from leerkring.practice.scans.results import Audience

CHANGED = (
    "De krant is intussen veranderd: een collega bewaarde haar, of een moderator haalde er iets "
    "uit. Onderaan zie je wat er nu staat. Bewaar je nog eens, dan geldt wat jij hieronder schreef."
)


@login_required
@require_POST
def begin(request: HttpRequest, pk: int, slug: str, team: str) -> HttpResponse:
    participation = visible_participation(request, pk, team)
    if participation.session is None:
        raise Http404
    return redirect(actions.begin_edition(participation))


@login_required
def show(request: HttpRequest, pk: int) -> HttpResponse:
    edition = visible_desk(request, pk)
    paper, changes = captured(edition), changes_in(edition)
    forms = story_forms(paper, changes, request.POST or None)
    sent = request.method == "POST" and rules.may_edit(request.user, edition)
    if sent and _keep(request, edition, forms):
        return redirect(edition)
    return _desk(request, edition, forms, paper, changes)


def _desk(
    request: HttpRequest,
    edition: Edition,
    forms: list[StoryForm],
    paper: Paper,
    changes: dict[str, Change],
    asked: Any = None,
) -> HttpResponse:
    """The page; `asked` is the form that asks about the paper before it goes out."""
    now = edited(paper, changes)
    context = _how_far(edition, now) | {
        "edition": edition,
        "paper": now,
        "forms": forms,
        "may_edit": rules.may_edit(request.user, edition),
        "may_approve": rules.may_approve(request.user, edition),
        "audience_form": AudienceForm(),
        "publishable": _publishable(request, edition, now),
        "going_out": asked,
        "unprinted": unprinted(now),
        "seen": _seen(request, forms) or desk_fingerprint(changes),
        "reads": fingerprint(now),
    }
    status = 422 if asked or any(form.errors for form in forms) else 200
    return render(request, "newspapers/desk.html", context, status=status)


def _seen(request: HttpRequest, forms: list[StoryForm]) -> str:
    """What stood there when the editor began; once told that it reads otherwise, nothing."""
    is_told = any(CHANGED in form.non_field_errors() for form in forms)
    return "" if is_told else request.POST.get("seen", "")


def _how_far(edition: Edition, now: Paper) -> dict[str, Any]:
    """Whether the team agrees with it, and for whom it is out."""
    approvals = holding_approvals(edition, now)
    every = list(edition.publications.defer("content").select_related("recall"))
    publications = [one for one in every if not hasattr(one, "recall")]
    return {
        "steps": steps(is_agreed=bool(approvals), is_out=bool(publications)),
        "approvals": approvals,
        "publications": publications,
        "is_recalled": len(publications) < len(every),
    }


def _keep(request: HttpRequest, edition: Edition, forms: list[StoryForm]) -> bool:
    """Take over what was written, if all of it can be."""
    if not all(form.is_valid() for form in forms):
        return False
    changes = {form.story.key: form.change() for form in forms}
    try:
        actions.edit(edition, changes, seen=request.POST.get("seen", ""))
    except actions.ReadsOtherwise:
        forms[0].add_error(None, CHANGED)
        return False
    messages.success(request, "De krant is bijgewerkt. Vraag het team om akkoord.")
    return True


def _publishable(request: HttpRequest, edition: Edition, paper: Paper) -> list[Audience]:
    agreed = agreed_audiences(edition, paper)
    return [a for a in Audience if a in agreed and rules.may_publish(request.user, edition, a)]


@login_required
@require_POST
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    edition = visible_desk(request, pk)
    form = AudienceForm(request.POST)
    if not rules.may_approve(request.user, edition):
        raise PermissionDenied
    if form.is_valid():
        _approve(request, edition, form.cleaned_data["audience"])
    return redirect(edition)


def _approve(request: HttpRequest, edition: Edition, audience: str) -> None:
    seen = request.POST.get("reads", "")
    try:
        actions.approve(edition, audience=audience, by=request.user, seen=seen)
    except actions.ReadsOtherwise:
        messages.error(request, "De krant is intussen veranderd. Lees haar nog een keer.")
    else:
        messages.success(request, "Het team is akkoord. De krant kan uit.")


@login_required
@require_POST
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Only what the team agrees with; for everyone, only after it was looked over."""
    edition = visible_desk(request, pk)
    paper, changes = captured(edition), changes_in(edition)
    now = edited(paper, changes)
    form = GoingOutForm(request.POST, paper=now, person=request.user)
    answered, audience = form.is_valid(), form.cleaned_data.get("audience")
    if audience is None:
        return redirect(edition)
    if not rules.may_publish(request.user, edition, audience):
        raise PermissionDenied
    if audience in agreed_audiences(edition, now) and not answered:
        return _desk(request, edition, story_forms(paper, changes), paper, changes, form)
    try:
        with transaction.atomic():
            count_traces(form.decisions)
            publication = actions.publish(edition, audience=audience, by=request.user)
    except actions.NotAgreed:
        messages.error(request, "De krant is veranderd. Vraag het team opnieuw om akkoord.")
        return redirect(edition)
    except actions.NotCorrected:
        messages.error(request, "De krant is nog net als toen ze van de site ging. Pas haar aan.")
        return redirect(edition)
    messages.success(request, "De krant is uit!")
    return redirect(publication)


@login_required
def proof(request: HttpRequest, pk: int) -> HttpResponse:
    edition = visible_desk(request, pk)
    paper = edited(captured(edition), changes_in(edition))
    return HttpResponse(typeset(paper).pdf, content_type="application/pdf")
