"""Bringing out the city's paper."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from leerkring.loop.newspapers.actions import NothingToRead, publish_city_paper
from leerkring.loop.programmes.views.gate import coordinated_programme
from leerkring.practice.scans.results import Audience


@login_required
@require_POST
def publish(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    programme = coordinated_programme(request, pk)
    try:
        publication = publish_city_paper(programme, audience=Audience.PUBLIC, by=request.user)
    except NothingToRead:
        messages.error(request, "Er is nog geen wijkkrant voor iedereen om uit te kiezen.")
        return redirect("programme", pk, slug)
    messages.success(request, "De stadskrant is uit!")
    return redirect(publication)
