"""The door behind a link. A link that is not known is 404, whatever it looks like."""

from django.http import Http404, HttpRequest, HttpResponse

from leerkring.practice.answering.keys import Secret
from leerkring.practice.answering.models import Link


def open_door(text: str) -> tuple[Secret, Link]:
    secret = Secret.from_link(text)
    link = Link.objects.of(secret).first() if secret else None
    if secret is None or link is None:
        raise Http404
    return secret, link


def keep_to_yourself(response: HttpResponse) -> HttpResponse:
    """Nothing behind a link is stored on the way or told to the next site."""
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex"
    return response


def wants_json(request: HttpRequest) -> bool:
    return not request.accepts("text/html")
