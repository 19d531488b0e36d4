"""A team's poster: whoever comes through its QR code gets a link of their own."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from leerkring.practice.answering.actions import take_link
from leerkring.practice.answering.keys import Secret
from leerkring.practice.answering.models import Poster
from leerkring.practice.answering.views.gate import keep_to_yourself


def enter(request: HttpRequest, door: str) -> HttpResponse:
    secret = Secret.from_link(door)
    posters = Poster.objects.select_related("round__launch", "round__closing", "team")
    poster = posters.filter(pk=secret.name("poster")).first() if secret else None
    if poster is None or poster.round.is_closed:
        raise Http404
    if request.method == "POST":
        own = take_link(poster)
        return redirect("answering:welcome", own.link)
    return keep_to_yourself(render(request, "answering/poster.html", {"poster": poster}))
