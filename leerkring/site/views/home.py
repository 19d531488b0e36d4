"""The front door, and the pages that say what this is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from leerkring.foundation.privacy.registry import registered
from leerkring.loop.newspapers.queries import newest_papers
from leerkring.loop.programmes.models import Participation, Programme
from leerkring.loop.programmes.queries import release_limits
from leerkring.practice.gatherings.models import Session


def home(request: HttpRequest) -> HttpResponse:
    context = {
        "papers": newest_papers(request.user, 4),
        "programmes": Programme.objects.visible_to(request.user).select_related("municipality")[:3],
        "own_teams": Participation.objects.involving(request.user).select_related(
            "programme", "team"
        )[:4],
        "sessions": Session.objects.facilitated_by(request.user).select_related("team")[:6],
    }
    return render(request, "site/home.html", context)


def about(request: HttpRequest) -> HttpResponse:
    return render(request, "site/about.html")


def privacy(request: HttpRequest) -> HttpResponse:
    context = {"kinds": list(registered()), **release_limits()}
    return render(request, "site/privacy.html", context)


def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "site/accessibility.html")
