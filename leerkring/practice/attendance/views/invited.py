"""What else opens behind the link in a mail: material, and bringing a question along."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from leerkring.foundation.files.serving import file_response
from leerkring.foundation.language.checking_actions import count_traces
from leerkring.network.circles.views.gate import tried
from leerkring.practice.attendance.views.gate import behind_link
from leerkring.practice.attendance.views.link_page import link_page
from leerkring.practice.meetings.bringing_actions import put_question, take_back
from leerkring.practice.meetings.models import BroughtQuestion, Invitation
from leerkring.practice.meetings.page_queries import materials_of
from leerkring.practice.meetings.question_forms import BroughtForm

MOST_EACH = 10


@behind_link
def material(
    request: HttpRequest, invitation: Invitation, token: str, material: int, part: str
) -> HttpResponse:
    found = get_object_or_404(materials_of(invitation.meeting), pk=material)
    stored = {"bestand": found.file, "ondertitels": found.captions}.get(part)
    if not stored:
        raise Http404
    response: HttpResponse = file_response(stored, request=request)
    return response


@require_POST
@behind_link
def bring(request: HttpRequest, invitation: Invitation, token: str) -> HttpResponse:
    """On behalf of the organisation that was invited."""
    form = BroughtForm(request.POST, person=invitation, meeting=invitation.meeting)
    if form.is_valid() and invitation.questions.count() >= MOST_EACH:
        form.add_error("text", f"Je bracht er al {MOST_EACH} mee. Meer is niet te bespreken.")
    if form.is_valid():
        if tried(request, lambda: _put(invitation, form.said())):
            count_traces(form.decisions)
            messages.success(request, "Je vraag gaat mee. De organisator zoekt er een plek voor.")
        return redirect(f"{reverse('attendance:reply', args=[token])}#top")
    return link_page(request, invitation, token, bring_form=form)


@require_POST
@behind_link
def bring_back(
    request: HttpRequest, invitation: Invitation, token: str, question: int
) -> HttpResponse:
    take_back(get_object_or_404(BroughtQuestion, pk=question, invitation=invitation, answer=None))
    messages.success(request, "Je vraag gaat niet mee.")
    return redirect("attendance:reply", token)


def _put(invitation: Invitation, said: dict[str, Any]) -> None:
    put_question(
        invitation.meeting,
        **said,
        by=invitation.person,
        organisation=invitation.organisation,
        invitation=invitation,
    )
