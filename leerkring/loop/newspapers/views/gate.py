"""The doors to papers and to an editor's desk. Out of sight is 404."""

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
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


def out_of_sight(request: HttpRequest) -> HttpResponse:
    """A visitor may sign in and then perhaps read it; for anyone else it does not exist."""
    if request.user.is_authenticated:
        raise Http404
    return redirect_to_login(request.get_full_path())
