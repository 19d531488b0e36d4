"""The doors of this room: for who leads a meeting, and behind the link in a mail."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from leerkring.foundation.privacy.views.untold import untold
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
        return untold(response)

    return opened


def kept(form: BaseForm, act: Callable[[], object]) -> bool:
    """Whether it was kept; if not, the form says why."""
    try:
        act()
    except ValidationError as fault:
        form.add_error(None, fault)
        return False
    return True
