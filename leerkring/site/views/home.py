"""The front door, and the pages that say what this is."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from leerkring.foundation.notifications.queries import refused_and_unread
from leerkring.foundation.statements.made_once import made_once
from leerkring.loop.newspapers.models import Publication
from leerkring.loop.newspapers.queries import leading_paper, newest_papers
from leerkring.loop.programmes.models import Programme
from leerkring.network.circles.queries import circle_ids_of
from leerkring.site.calls import waiting_on
from leerkring.site.navigation import tools_with
from leerkring.site.newest import news_for
from leerkring.site.own_teams import own_teams

MOST_BESIDE_THE_LEAD = 5


def home(request: HttpRequest) -> HttpResponse:
    """For a visitor a front page; for somebody of the house what waits, and then the papers."""
    if request.user.is_authenticated:
        return _own(request)
    lead = leading_paper(request.user)
    papers = newest_papers(request.user, MOST_BESIDE_THE_LEAD + 1)
    beside = [paper for paper in papers if paper != lead][:MOST_BESIDE_THE_LEAD]
    context = {"lead": lead, "papers": beside, "news": news_for(request.user)}
    return render(request, "site/home.html", context)


def _own(request: HttpRequest) -> HttpResponse:
    box, unread = refused_and_unread(request.user)
    context = {
        "box": box,
        "tools": tools_with(unread),  # asked here, so that the top of the page need not
        "tasks": waiting_on(request.user, timezone.now()),
        "teams": own_teams(request.user),
        "programmes": _programmes(request.user),
        "papers": _papers(request.user),
        "news": news_for(request.user),
        # asked by the template, and only where there is nothing else to show
        "is_in_a_circle": lambda: bool(circle_ids_of(request.user)),
    }
    return render(request, "site/own.html", context)


@made_once
def _programmes(person: Any) -> QuerySet[Programme]:
    return Programme.objects.visible_to(person).select_related("municipality")[:3]


@made_once
def _papers(person: Any) -> QuerySet[Publication]:
    return newest_papers(person, 3)


def about(request: HttpRequest) -> HttpResponse:
    return render(request, "site/about.html")
