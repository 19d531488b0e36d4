"""What was typed stays with who typed it, when their form cannot be taken: signed out elsewhere, or
a page that stood open too long. It is shown once, in the answer, and kept nowhere.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache

from leerkring.site.typed_texts import typed_texts
from leerkring.site.ways_back import above, is_from_here, shows_pages, way_back


def keep_what_was_typed(get_response: Callable[[HttpRequest], HttpResponse]) -> Any:
    """Middleware: a form that is answered with «sign in first» gives the typed text back; and no
    way leads to an address that only takes forms, for instance after signing in."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code == 302 and request.method == "POST":
            if shows_pages(request) and _asks_to_sign_in(request, response):
                return _given_back(request)
        elif response.status_code == 405 and request.method == "GET" and shows_pages(request):
            return redirect(above(request.path_info))
        return response

    return answer


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page for a form whose token is gone: after signing in again, or without cookies."""
    return _page(request, _typed(request), expired=True)


def _asks_to_sign_in(request: HttpRequest, response: HttpResponse) -> bool:
    to = urlsplit(response["Location"])
    if to.path != resolve_url(settings.LOGIN_URL) or request.user.is_authenticated:
        return False
    onward = parse_qs(to.query).get(REDIRECT_FIELD_NAME, [""])[0]
    return urlsplit(onward).path == request.path


def _given_back(request: HttpRequest) -> HttpResponse:
    texts = _typed(request)
    return _page(request, texts, expired=False) if texts else redirect_to_login(way_back(request))


def _typed(request: HttpRequest) -> list[str]:
    """Nothing that another site sent: it would stand here as if it were this person's own."""
    return typed_texts(request.POST.lists()) if is_from_here(request) else []


@never_cache
def _page(request: HttpRequest, texts: list[str], *, expired: bool) -> HttpResponse:
    back = way_back(request)
    sign_in = f"{resolve_url(settings.LOGIN_URL)}?{urlencode({REDIRECT_FIELD_NAME: back})}"
    context = {"texts": texts, "back": back, "sign_in": sign_in, "expired": expired}
    return render(request, "site/signed_out.html", context, status=403)
