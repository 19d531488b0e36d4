"""A page behind a link or letters: nothing of it is kept on the way, or told to others."""

from typing import TypeVar

from django.http import HttpResponse

Answer = TypeVar("Answer", bound=HttpResponse)


def untold(response: Answer) -> Answer:
    """Nothing to other sites: "no-referrer" would also take our own address from a form that is
    sent from here, and then the form is refused."""
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex"
    return response
