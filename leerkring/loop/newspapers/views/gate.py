"""The door to an editor's desk. Out of sight is 404."""

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from leerkring.loop.newspapers.models import Edition
from leerkring.loop.newspapers.rules import may_see_desk


def visible_desk(request: HttpRequest, pk: int) -> Edition:
    editions = Edition.objects.select_related(
        "programme__municipality",
        "programme__round",
        "participation__programme__municipality",
        "participation__programme__round",
        "participation__tailoring",
        "participation__team__organisation",
        "participation__team__district",
        "participation__session__team",
        "participation__session__photo",
    )
    edition = get_object_or_404(editions, pk=pk)
    if not may_see_desk(request.user, edition):
        raise Http404
    return edition
