"""The doors to a meeting. Out of sight is 404; a visitor is first asked to sign in."""

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from leerkring.practice.meetings.models import Meeting
from leerkring.practice.meetings.rules import has_role, may_lead, may_organise


def known(request: HttpRequest, pk: int) -> Meeting | None:
    meetings = Meeting.objects.visible_to(request.user).with_its_state()
    return meetings.filter(pk=pk).first()


def out_of_sight(request: HttpRequest) -> HttpResponse:
    """A visitor may see it after signing in; for anyone else it is not there."""
    if request.user.is_authenticated:
        raise Http404
    return redirect_to_login(request.get_full_path())


def visible_meeting(request: HttpRequest, pk: int) -> Meeting:
    meeting = known(request, pk)
    if meeting is None:
        raise Http404
    return meeting


def organised_meeting(request: HttpRequest, pk: int) -> Meeting:
    meeting = visible_meeting(request, pk)
    if not may_organise(request.user, meeting):
        raise Http404
    return meeting


def led_meeting(request: HttpRequest, pk: int) -> Meeting:
    """For organisers and the chair of the day."""
    meeting = visible_meeting(request, pk)
    if not may_lead(request.user, meeting):
        raise Http404
    return meeting


def own_meeting(request: HttpRequest, pk: int) -> Meeting:
    """For whoever does something in it: the script is theirs to read."""
    meeting = visible_meeting(request, pk)
    if not has_role(request.user, meeting):
        raise Http404
    return meeting


def posted(request: HttpRequest) -> Any:
    """What a form is bound to: what was sent, also when that is nothing at all."""
    return request.POST if request.method == "POST" else None


def to_page(meeting: Meeting, page: str = "", place: str = "") -> Any:
    """On to the page of a meeting, or to one below it."""
    return redirect(f"{meeting.get_absolute_url()}{page}{place}")
