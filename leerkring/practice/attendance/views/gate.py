"""The doors of this room: for who leads a meeting, and behind the link in a mail."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from leerkring.practice.attendance.link_queries import behind_reply

Screen = Callable[..., HttpResponse]


def behind_link(screen: Screen) -> Screen:
    """The screen gets the invitation. Nothing behind a link is stored on the way or told on."""

    @wraps(screen)
    def opened(request: HttpRequest, token: str, **more: Any) -> HttpResponse:
        invitation = behind_reply(token)
        if invitation is None or not invitation.meeting.is_announced:
            response = render(request, "attendance/unknown.html", status=404)
        else:
            response = screen(request, invitation, token, **more)
        response["Cache-Control"] = "no-store"
        # Not "no-referrer": that would take our own address from the form that is sent from here.
        response["Referrer-Policy"] = "same-origin"
        response["X-Robots-Tag"] = "noindex"
        return response

    return opened


def tried(request: HttpRequest, act: Callable[[], object]) -> bool:
    """Whether it went well; if not, the page that follows says why."""
    try:
        act()
    except ValidationError as fault:
        for sentence in fault.messages:
            messages.error(request, sentence)
        return False
    return True
