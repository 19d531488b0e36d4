"""A team's poster: whoever comes through its QR code gets a link of their own."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from leerkring.practice.answering.actions import NoSuchDoor, PosterIsFull, take_link
from leerkring.practice.answering.keys import Secret
from leerkring.practice.answering.models import Poster
from leerkring.practice.answering.views.gate import private


@private
def enter(request: HttpRequest, door: str) -> HttpResponse:
    secret = Secret.from_link(door)
    posters = Poster.objects.select_related("round__launch", "round__closing", "team")
    poster = posters.filter(pk=secret.name("poster")).first() if secret else None
    if poster is None or poster.round.is_closed:
        raise NoSuchDoor
    context = {"poster": poster, "is_over": timezone.localdate() > poster.round.launch.until}
    if request.method != "POST" or context["is_over"]:
        return render(request, "answering/poster.html", context)
    try:
        own = take_link(poster)
    except PosterIsFull:
        return render(request, "answering/poster.html", context | {"is_full": True}, status=409)
    return redirect("answering:welcome", own.link)
