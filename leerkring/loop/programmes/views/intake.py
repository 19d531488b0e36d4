"""Taking in files: read, look at what will happen, say yes."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from leerkring.foundation.tables.faults import BadTable
from leerkring.loop.programmes import drafts
from leerkring.loop.programmes.actions import DRAFT_KEEP, AlreadyTakenIn, lay_ready, take_in
from leerkring.loop.programmes.forms import IntakeForm
from leerkring.loop.programmes.intake import Intake, read_intake
from leerkring.loop.programmes.models import IntakeDraft, Programme
from leerkring.loop.programmes.preview import preview_of
from leerkring.loop.programmes.rules import takes_in_files
from leerkring.loop.programmes.views.gate import coordinated_programme


@login_required
def upload(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    programme = _open_programme(request, pk)
    form = IntakeForm(request.POST or None, request.FILES or None)
    faults: tuple[object, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            draft = lay_ready(programme, _read(form), by=request.user)
            return redirect("programmes:intake_preview", pk, slug, draft.pk)
        except BadTable as bad:
            faults = bad.faults
    context = {"programme": programme, "form": form, "faults": faults}
    status = 422 if faults or form.errors else 200
    return render(request, "programmes/intake.html", context, status=status)


@login_required
def preview(request: HttpRequest, pk: int, slug: str, draft_id: int) -> HttpResponse:
    programme = _open_programme(request, pk)
    draft = _draft(programme, draft_id)
    context = {
        "programme": programme,
        "draft": draft,
        "preview": preview_of(drafts.from_json(draft.content), k=settings.K_TEAM),
    }
    return render(request, "programmes/intake_preview.html", context)


@login_required
@require_POST
def confirm(request: HttpRequest, pk: int, slug: str, draft_id: int) -> HttpResponse:
    programme = _open_programme(request, pk)
    draft = _draft(programme, draft_id)
    try:
        take_in(programme, drafts.from_json(draft.content), by=request.user)
    except AlreadyTakenIn:
        messages.info(request, "Dit programma was al ingelezen. Er is niets veranderd.")
    else:
        messages.success(request, "Ingelezen. Elk team heeft nu een programma op maat.")
    return redirect("programme", pk, slug)


def _open_programme(request: HttpRequest, pk: int) -> Programme:
    programme = coordinated_programme(request, pk)
    if not takes_in_files(request.user, programme):
        raise Http404
    return programme


def _draft(programme: Programme, pk: int) -> IntakeDraft:
    """What waits for a yes; after a day it is as if it was never there."""
    waiting = programme.drafts.filter(at__gt=timezone.now() - DRAFT_KEEP)
    return get_object_or_404(waiting, pk=pk)


def _read(form: IntakeForm) -> Intake:
    teams, answers = form.handed("teams"), form.handed("answers")
    assert teams is not None and answers is not None  # both fields are required
    return read_intake(
        teams, answers, instrument=form.handed("instrument"), districts=form.handed("districts")
    )
