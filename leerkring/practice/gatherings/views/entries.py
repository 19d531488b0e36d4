"""Quotes and commitments: added once, whatever the connection does; taken away by hand."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from leerkring.practice.gatherings.actions import (
    KeyInUse,
    add_commitment,
    add_quote,
    take_back_commitment,
)
from leerkring.practice.gatherings.forms import CommitmentForm, EntryForm, QuoteForm
from leerkring.practice.gatherings.models import Quote, Session, SessionCommitment
from leerkring.practice.gatherings.views.answers import refused
from leerkring.practice.gatherings.views.gate import writable_session


@login_required
@require_POST
def quotes(request: HttpRequest, session_id: int) -> HttpResponse:
    return _add(request, session_id, QuoteForm, add_quote)


@login_required
@require_POST
def commitments(request: HttpRequest, session_id: int) -> HttpResponse:
    return _add(request, session_id, CommitmentForm, add_commitment)


def _add(
    request: HttpRequest, session_id: int, form_class: type[EntryForm], add: Callable[..., Any]
) -> HttpResponse:
    session = writable_session(request, session_id)
    form = form_class(request.POST)
    if form.is_valid():
        try:
            entry = add(session, **form.cleaned_data)
            return _answer(request, session, {"id": str(entry.pk)}, "Toegevoegd.")
        except KeyInUse:
            form.add_error(None, "Dit is niet bewaard. Ververs de pagina en voeg het opnieuw toe.")
    return refused(request, session, form)


@login_required
@require_POST
def remove_quote(request: HttpRequest, session_id: int, entry_id: str) -> HttpResponse:
    session = writable_session(request, session_id)
    get_object_or_404(Quote, session=session, pk=entry_id).delete()
    return _answer(request, session, {}, "Weggehaald.")


@login_required
@require_POST
def remove_commitment(request: HttpRequest, session_id: int, entry_id: str) -> HttpResponse:
    session = writable_session(request, session_id)
    take_back_commitment(get_object_or_404(SessionCommitment, session=session, pk=entry_id))
    return _answer(request, session, {}, "Weggehaald.")


def _answer(
    request: HttpRequest, session: Session, data: dict[str, str], sentence: str
) -> HttpResponse:
    if not request.accepts("text/html"):
        return JsonResponse(data)
    messages.success(request, sentence)
    return redirect(session)
