"""The doors to a programme. Out of sight is 404."""

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from leerkring.loop.programmes.models import Participation, Programme
from leerkring.loop.programmes.rules import coordinates


def visible_programme(request: HttpRequest, pk: int) -> Programme:
    programmes = Programme.objects.visible_to(request.user)
    return get_object_or_404(
        programmes.select_related("municipality", "round__closing", "round__launch"), pk=pk
    )


def coordinated_programme(request: HttpRequest, pk: int) -> Programme:
    programme = visible_programme(request, pk)
    if not coordinates(request.user, programme):
        raise Http404
    return programme


def visible_participation(request: HttpRequest, pk: int, team: str) -> Participation:
    participations = Participation.objects.visible_to(request.user).select_related(
        "programme__municipality",
        "programme__round__closing",
        "team__organisation",
        "team__district",
        "session__facilitator",
        "tailoring",
    )
    return get_object_or_404(participations, programme=pk, team__slug=team)
