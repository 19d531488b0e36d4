"""The address of one's own feed: made, shown once, renewed, taken away."""

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


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def subscribe(request: HttpRequest) -> HttpResponse:
    """A new address is shown in the answer itself: we cannot show it later, only its hash stays."""
    token = FeedKey.objects.renew(request.user) if request.method == "POST" else ""
    circles = circles_of(request.user)
    context = {
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
    return render(request, "calendar/subscribe.html", context)


@login_required
@require_POST
def unsubscribe(request: HttpRequest) -> HttpResponse:
    FeedKey.objects.filter(person=request.user).delete()
    messages.success(request, "Je eigen kalenderadres werkt niet meer.")
    return redirect("calendar:subscribe")


def _address(name: str, *about: object) -> str:
    return settings.SITE_URL + reverse(f"calendar:{name}", args=about)
