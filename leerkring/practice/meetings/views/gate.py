"""The doors to a meeting. Out of sight is 404; a visitor is first asked to sign in."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from leerkring.practice.meetings.models import Block, Meeting, Role
from leerkring.practice.meetings.page_queries import roles_held
from leerkring.practice.meetings.rules import LEADING, has_role, may_lead, may_organise
from leerkring.practice.meetings.strip_queries import strip_of


def known(request: HttpRequest, pk: int) -> Meeting | None:
    meetings = Meeting.objects.visible_to(request.user).with_its_state()
    return meetings.filter(pk=pk).first()


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


def to_page(meeting: Meeting, page: str = "", place: str = "") -> Any:
    """On to the page of a meeting, or to one below it."""
    return redirect(f"{meeting.get_absolute_url()}{page}{place}")


def block_of(meeting: Meeting, block_id: int) -> Block:
    block = Block.objects.filter(meeting=meeting, pk=block_id).first()
    if block is None:
        raise Http404
    block.meeting = meeting
    return block


def shown(
    request: HttpRequest, template: str, meeting: Meeting, *, status: int = 200, **context: Any
) -> HttpResponse:
    """A page below a meeting; who has a role in it finds the others at the top."""
    kinds, top = roles_held(request.user, meeting), meeting.get_absolute_url()
    context |= {
        "meeting": meeting,
        "strip": strip_of(request.user, meeting, kinds, request.path),
        "path": [("Bijeenkomsten", "/bijeenkomsten/"), (meeting.title, top)],
        "organises": Role.Kind.ORGANISER in kinds,
        "leads": bool(kinds & set(LEADING)),
    }
    return render(request, f"meetings/{template}.html", context, status=status)


def bad(form: Any) -> int:
    """422 for a form that was sent and is wrong."""
    return 422 if form.errors else 200
