"""The page of a meeting: before, during and after, each part from the room that knows it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from leerkring.network.circles.views.gate import out_of_sight
from leerkring.practice.meetings.page_queries import meetings_before, page_for
from leerkring.practice.meetings.rules import may_make
from leerkring.practice.meetings.views.gate import known


def show(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    meeting = known(request, pk)
    if meeting is None:
        return out_of_sight(request)
    if meeting.slug != slug:
        return redirect(meeting, permanent=True)
    context = page_for(request.user, meeting, timezone.now())
    context["may_copy"] = (context["leads"] or meeting.is_announced) and may_make(request.user)
    context["before"] = meetings_before(request.user, meeting)
    return render(request, "site/meeting.html", context)
