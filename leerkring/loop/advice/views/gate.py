"""The door to a programme's advice: for its coordinator and its training adviser."""

from django.http import Http404, HttpRequest

from leerkring.loop.programmes.models import Programme
from leerkring.loop.programmes.rules import advises
from leerkring.loop.programmes.views.gate import visible_programme


def advised_programme(request: HttpRequest, pk: int) -> Programme:
    programme = visible_programme(request, pk)
    if programme.round is None or not programme.round.is_closed:
        raise Http404
    if not advises(request.user, programme):
        raise Http404
    return programme
