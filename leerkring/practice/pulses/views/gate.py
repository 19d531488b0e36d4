"""The door behind a link: a code that is not known is 404, whatever it looks like.

Nobody guesses one: 49 bits, and an address that tries many gets no further answer for a while.
What counts tries is a number in the cache, under a fingerprint of the address, for ten minutes.
"""

from collections.abc import Callable
from functools import wraps

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.crypto import salted_hmac

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
        if request.method == "POST" and count(request, "sent") > MOST_SENT:
            response = render(request, "pulses/wait.html", status=429)
        elif pulse is not None:
            response = screen(request, pulse)
        elif count(request, "missed") > MOST_MISSES:
            response = render(request, "pulses/wait.html", status=429)
        else:
            response = render(request, "pulses/unknown.html", status=404)
        response["Cache-Control"] = "no-store"
        response["Referrer-Policy"] = "same-origin"
        response["X-Robots-Tag"] = "noindex"
        return response

    return opened


def count(request: HttpRequest, what: str) -> int:
    """How often this address did this in the last ten minutes, this time included."""
    address = str(get_adapter().get_client_ip(request))
    key = f"pulses:{what}:{salted_hmac('leerkring.pulses', address).hexdigest()}"
    cache.add(key, 0, TEN_MINUTES)
    try:
        return cache.incr(key)
    except ValueError:  # it ran out between the two
        return 1
