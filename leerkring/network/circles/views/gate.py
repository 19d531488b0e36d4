"""The doors to a circle. Out of sight is 404; a visitor may have to sign in first."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse

from leerkring.network.circles.models import Circle
from leerkring.network.circles.rules import may_facilitate, may_own


def visible_circle(request: HttpRequest, pk: int) -> Circle:
    """A circle that this person may know of, with its closing and its vacancy at hand."""
    circle = known(request, pk)
    if circle is None:
        raise Http404
    return circle


def guided_circle(request: HttpRequest, pk: int) -> Circle:
    circle = visible_circle(request, pk)
    if not may_facilitate(request.user, circle):
        raise Http404
    return circle


def owned_circle(request: HttpRequest, pk: int) -> Circle:
    circle = visible_circle(request, pk)
    if not may_own(request.user, circle):
        raise Http404
    return circle


def known(request: HttpRequest, pk: int) -> Circle | None:
    circles = Circle.objects.visible_to(request.user)
    return circles.select_related("closing", "vacancy").filter(pk=pk).first()


def out_of_sight(request: HttpRequest) -> HttpResponse:
    """A visitor may see it after signing in; for anyone else it is not there."""
    if request.user.is_authenticated:
        raise Http404
    return redirect_to_login(request.get_full_path())


def tried(request: HttpRequest, act: Callable[[], Any]) -> bool:
    """Whether it went well; if not, the page that follows says why."""
    try:
        act()
    except ValidationError as fault:
        for sentence in fault.messages:
            messages.error(request, sentence)
        return False
    return True


def posted(request: HttpRequest) -> Any:
    """What a form is bound to: what was sent, also when that is nothing at all."""
    return request.POST if request.method == "POST" else None
