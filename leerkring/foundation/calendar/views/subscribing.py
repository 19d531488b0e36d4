"""The address of one's own feed: made, shown once, renewed, taken away."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from leerkring.foundation.calendar.models import FeedKey
from leerkring.foundation.calendar.registry import circles_of

COOKIE, A_MINUTE = "kalenderadres", 60


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def subscribe(request: HttpRequest) -> HttpResponse:
    """A new address is shown once: we cannot show it later, only its hash stays.

    It travels to the next page in a signed cookie of this browser, for a minute at most.
    """
    if request.method == "POST":
        return _led_on(FeedKey.objects.renew(request.user))
    response = render(request, "calendar/subscribe.html", _addresses(request))
    if COOKIE in request.COOKIES:
        response.delete_cookie(COOKIE, path=request.path, samesite="Strict")
    return response


def _addresses(request: HttpRequest) -> dict[str, Any]:
    token, circles = _just_made(request), circles_of(request.user)
    return {
        "key": FeedKey.objects.filter(person=request.user).first(),
        "own": _address("feed", token) if token else "",
        "own_circles": [
            (name, _address("own_circle_feed", token, number))
            for number, name, _ in circles
            if token
        ],
        "open_circles": [
            (name, _address("circle_feed", number)) for number, name, is_open in circles if is_open
        ],
        "public": _address("public_feed"),
    }


def _led_on(token: str) -> HttpResponse:
    response = redirect("calendar:subscribe")
    response.set_signed_cookie(
        COOKIE,
        token,
        salt=COOKIE,
        max_age=A_MINUTE,
        path=response["Location"],
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )
    return response


def _just_made(request: HttpRequest) -> str:
    """The address that this person has just made, in this browser."""
    token = str(request.get_signed_cookie(COOKIE, "", salt=COOKIE, max_age=A_MINUTE))
    key = FeedKey.objects.opened_by(token) if token else None
    return token if key is not None and key.person == request.user else ""


@login_required
@require_POST
def unsubscribe(request: HttpRequest) -> HttpResponse:
    FeedKey.objects.filter(person=request.user).delete()
    messages.success(request, "Je eigen kalenderadres werkt niet meer.")
    return redirect("calendar:subscribe")


def _address(name: str, *about: object) -> str:
    return settings.SITE_URL + reverse(f"calendar:{name}", args=about)
