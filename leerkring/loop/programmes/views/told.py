"""What was told of a programme, to whom and when: for who coordinates it."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from leerkring.loop.programmes.queries import release_limits
from leerkring.loop.programmes.release_queries import told_of
from leerkring.loop.programmes.rules import has_results
from leerkring.loop.programmes.views.gate import coordinated_programme


@require_safe
@login_required
@never_cache
def show(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    programme = coordinated_programme(request, pk)
    if not has_results(programme):
        raise Http404
    context = {"programme": programme, "told": told_of(programme), **release_limits()}
    return render(request, "programmes/told.html", context)
