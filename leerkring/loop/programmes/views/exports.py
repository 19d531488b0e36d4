"""What can leave a programme: released results, the questionnaire, and answers for an analyst."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from leerkring.loop.programmes.export_actions import take_out_answers, take_out_figures
from leerkring.loop.programmes.export_files import (
    CONDITIONS,
    QUESTIONNAIRE_FORMS,
    ExportFile,
    questionnaire_file,
)
from leerkring.loop.programmes.export_forms import AnswersForm, FiguresForm
from leerkring.loop.programmes.export_queries import exports_of, facts_of, releasable_answers
from leerkring.loop.programmes.models import Programme
from leerkring.loop.programmes.queries import instrument_of, release_limits
from leerkring.loop.programmes.rules import (
    has_results,
    roles_of,
    sees_every_team,
    takes_out_answers,
)
from leerkring.loop.programmes.views.gate import visible_programme


@login_required
@never_cache
def show(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    programme = _exported_programme(request, pk)
    return _page(request, programme, AnswersForm(auto_id="answers_%s"))


@login_required
@require_POST
@never_cache
def figures(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    programme = _exported_programme(request, pk)
    form = FiguresForm(request.POST)
    if not form.is_valid():
        return _page(request, programme, AnswersForm(auto_id="answers_%s"), status=422)
    chosen = form.cleaned_data["form"]
    return _handed(take_out_figures(programme, form=chosen, by=request.user))


@login_required
@require_POST
@never_cache
def answers(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    programme = _exported_programme(request, pk)
    if not takes_out_answers(request.user, programme):
        raise Http404
    form = AnswersForm(request.POST, auto_id="answers_%s")
    if not form.is_valid():
        return _page(request, programme, form, status=422)
    chosen = form.cleaned_data["form"]
    return _handed(take_out_answers(programme, form=chosen, by=request.user))


@login_required
@never_cache
def questionnaire(request: HttpRequest, pk: int, slug: str, form: str) -> HttpResponse:
    programme = _exported_programme(request, pk)
    if form not in dict(QUESTIONNAIRE_FORMS):
        raise Http404
    told = form == "ddi" and takes_out_answers(request.user, programme)
    facts = facts_of(programme, releasable_answers(programme) if told else None)
    return _handed(questionnaire_file(form, instrument_of(programme), facts))


def _exported_programme(request: HttpRequest, pk: int) -> Programme:
    """For whoever has a role in it, once its round is closed."""
    programme = visible_programme(request, pk)
    if not has_results(programme) or not roles_of(request.user, programme):
        raise Http404
    return programme


def _page(
    request: HttpRequest, programme: Programme, form: AnswersForm, status: int = 200
) -> HttpResponse:
    takes_answers = takes_out_answers(request.user, programme)
    context: dict[str, Any] = {
        "programme": programme,
        "figures_form": FiguresForm(auto_id="figures_%s"),
        "sees_teams": sees_every_team(request.user, programme),
        "answers_form": form if takes_answers else None,
        "rows": releasable_answers(programme) if takes_answers else None,
        "conditions": CONDITIONS,
        "questionnaire_forms": QUESTIONNAIRE_FORMS,
        "taken": exports_of(programme),
        **release_limits(),
    }
    return render(request, "programmes/exports.html", context, status=status)


def _handed(file: ExportFile) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{file.name}"'}
    return HttpResponse(file.content, content_type=file.content_type, headers=headers)
