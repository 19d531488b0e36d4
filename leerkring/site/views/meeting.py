"""The page of a meeting: before, during and after, each part from the room that knows it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from leerkring.practice.meetings.views.gate import known, out_of_sight


def show(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    meeting = known(request, pk)
    if meeting is None:
        return out_of_sight(request)
    if meeting.slug != slug:
        return redirect(meeting, permanent=True)
    return render(request, "site/meeting.html", {"meeting": meeting})
