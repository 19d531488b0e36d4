"""The front door, and the pages that say what this is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from leerkring.loop.newspapers.queries import leading_paper, newest_papers
from leerkring.loop.programmes.models import Programme
from leerkring.site.agenda import tasks_of
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
    context = {
        "tasks": tasks_of(request.user, timezone.now()),
        "teams": own_teams(request.user),
        "programmes": Programme.objects.visible_to(request.user).select_related("municipality")[:3],
        "papers": newest_papers(request.user, 3),
        "news": news_for(request.user),
    }
    return render(request, "site/own.html", context)


def about(request: HttpRequest) -> HttpResponse:
    return render(request, "site/about.html")
