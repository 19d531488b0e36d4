"""What the team asks to be trained in."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from leerkring.practice.gatherings.actions import wish_for
from leerkring.practice.gatherings.form_files import competences
from leerkring.practice.gatherings.forms import WishForm
from leerkring.practice.gatherings.views.gate import writable_session


@login_required
@require_POST
def save(request: HttpRequest, session_id: int) -> HttpResponse:
    session = writable_session(request, session_id)
    form = WishForm(request.POST, competences=competences())
    if form.is_valid():
        wish_for(session, form.cleaned_data["competences"])
        messages.success(request, "De wensen van het team zijn bewaard.")
    else:
        messages.error(request, "Kies uit de lijst.")
    return redirect(session)
