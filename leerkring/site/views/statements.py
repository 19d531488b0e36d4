"""What we promise in public: about data, and about being able to take part."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from leerkring.loop.programmes.queries import release_limits
from leerkring.site.own_data import kinds_by_subject


def privacy(request: HttpRequest) -> HttpResponse:
    context = {"subjects": kinds_by_subject(), **release_limits()}
    return render(request, "site/privacy.html", context)


def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "site/accessibility.html")
