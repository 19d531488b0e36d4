"""The door behind a link: a code that is not known is 404, whatever it looks like.

Nobody guesses one: 49 bits, and an address that tries many gets no further answer for a while.
What counts tries is a number in memory, under a fingerprint of the address, for ten minutes.
"""

from collections.abc import Callable
from functools import wraps

from allauth.account.adapter import get_adapter
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from leerkring.foundation.privacy.views.pace import too_often
from leerkring.foundation.privacy.views.untold import untold
from leerkring.practice.pulses.models import Pulse

Screen = Callable[..., HttpResponse]

TEN_MINUTES = 600
MOST_MISSES = 30
MOST_SENT = 300  # a room full of phones has one address


def behind_link(screen: Screen) -> Screen:
    """The screen gets the pulse. Nothing behind a link is stored on the way, or told to others."""

    @wraps(screen)
    def opened(request: HttpRequest, code: str) -> HttpResponse:
        pulse = Pulse.objects.with_all().filter(code=code.lower()).first()
        if request.method == "POST" and goes_on(request, "sent", MOST_SENT):
            response = render(request, "pulses/wait.html", status=429)
        elif pulse is not None:
            response = screen(request, pulse)
        elif goes_on(request, "missed", MOST_MISSES):
            response = render(request, "pulses/wait.html", status=429)
        else:
            response = render(request, "pulses/unknown.html", status=404)
        return untold(response)

    return opened


def goes_on(request: HttpRequest, what: str, most: int) -> bool:
    """Whether this address did this more than `most` times in ten minutes."""
    address = str(get_adapter().get_client_ip(request))
    return too_often(f"pulses.{what}", address, most=most, seconds=TEN_MINUTES)
