"""What every answer of the house goes out with."""

from collections.abc import Callable
from typing import Any

from csp.constants import HEADER
from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest, HttpResponse


def one_policy(get_response: Callable[[HttpRequest], HttpResponse]) -> Any:
    """The Content-Security-Policy of the settings: the same for every page, so worded once.

    What brings one of its own keeps that: a file that somebody added goes out in a sandbox. Only
    Django's own pages about a fault, while developing, go without: they are styled inside.
    """
    policy = build_policy()

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not (settings.DEBUG and response.status_code in {404, 500}):
            response.headers.setdefault(HEADER, policy)
        return response

    return answer
