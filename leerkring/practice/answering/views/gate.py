"""The door behind a link: who may pass, and what is never told on.

A link that is not known is 404, whatever it looks like: not for this site, not any more, or cut off
on the way. Too late is 410. Nothing behind a link is stored on the way or told to another site.
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from leerkring.foundation.privacy.views.untold import untold
from leerkring.practice.answering.actions import NoSuchDoor, TooLate
from leerkring.practice.answering.keys import Secret
from leerkring.practice.answering.models import Link
from leerkring.practice.answering.own_lines import key_behind, own_line

Screen = Callable[..., HttpResponse]


def private(screen: Screen) -> Screen:
    """A page for one person's eyes: also its redirects and its refusals are kept nowhere."""

    @wraps(screen)
    def kept(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            response = screen(request, *args, **kwargs)
        except NoSuchDoor:
            response = _unknown(request)
        return untold(response)

    return kept


def behind_door(screen: Screen) -> Screen:
    """The screen gets the secret; being too late is answered here."""

    @private
    @wraps(screen)
    def opened(request: HttpRequest, door: str, **kwargs: object) -> HttpResponse:
        secret = Secret.from_link(door)
        if secret is None:
            raise NoSuchDoor
        try:
            return screen(request, secret, **kwargs)
        except TooLate:
            return _too_late(request, secret)

    return opened


def behind_link(screen: Screen) -> Screen:
    """The screen gets the secret and the link with its round."""

    @behind_door
    @wraps(screen)
    def opened(request: HttpRequest, secret: Secret, **kwargs: object) -> HttpResponse:
        link = Link.objects.of(secret).first()
        if link is None:
            raise NoSuchDoor
        return screen(request, secret, link, **kwargs)

    return opened


def wants_json(request: HttpRequest) -> bool:
    # Our own script says so in one word; weighing what others accept takes longer than answering.
    ours = request.META.get("HTTP_ACCEPT") == "application/json"
    return ours or not request.accepts("text/html")


def _unknown(request: HttpRequest) -> HttpResponse:
    if wants_json(request):
        return JsonResponse({"fault": "Deze link werkt niet."}, status=404)
    return render(request, "answering/unknown.html", status=404)


def _too_late(request: HttpRequest, secret: Secret) -> HttpResponse:
    """Said plainly, with the way to one's own result while this link still leads there."""
    if wants_json(request):
        return JsonResponse({"fault": "Deze vragenlijst is gesloten."}, status=410)
    key = key_behind(secret)
    context = {
        "door": secret.link,
        "link": Link.objects.of(secret).get(),
        "has_result": key is not None and own_line(key) is not None,
    }
    return render(request, "answering/closed.html", context, status=410)
