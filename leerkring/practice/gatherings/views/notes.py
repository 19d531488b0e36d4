"""Saving a note while it is typed."""

from dataclasses import asdict

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from leerkring.practice.gatherings.actions import save_note
from leerkring.practice.gatherings.forms import NoteForm
from leerkring.practice.gatherings.harvest import QUESTIONS
from leerkring.practice.gatherings.views.answers import refused
from leerkring.practice.gatherings.views.gate import writable_session

BOTH = "Iemand anders schreef hier tegelijk. Beide teksten staan er nu: lees ze even na."
KEYS = {question.key for question in QUESTIONS}


@login_required
@require_POST
def save(request: HttpRequest, session_id: int, question: str) -> HttpResponse:
    session = writable_session(request, session_id)
    if question not in KEYS:
        raise Http404
    form = NoteForm(request.POST)
    if not form.is_valid():
        return refused(request, session, form)
    saved = save_note(session, question=question, by=request.user, **form.cleaned_data)
    if not request.accepts("text/html"):
        return JsonResponse(asdict(saved))
    if saved.overlapped:
        messages.warning(request, BOTH)
    else:
        messages.success(request, "Bewaard.")
    return redirect(session)
