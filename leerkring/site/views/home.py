"""The front door, and the pages that say what this is."""

from typing import Any

from django.db.models import BooleanField, Case, Q, QuerySet, Subquery, TextField, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from leerkring.foundation.notifications.queries import refused_and_unread
from leerkring.foundation.statements.made_once import made_once
from leerkring.loop.newspapers.models import Publication
from leerkring.loop.newspapers.paper import Paper
from leerkring.loop.newspapers.queries import newest_papers
from leerkring.network.circles.queries import circle_ids_of
from leerkring.site.agenda import work_of
from leerkring.site.calls import waiting_on
from leerkring.site.navigation import tools_with
from leerkring.site.newest import news_for
from leerkring.site.own_teams import own_teams

MOST_BESIDE_THE_LEAD = 5
MOST_PROGRAMMES, MOST_PAPERS = 3, 3


def home(request: HttpRequest) -> HttpResponse:
    """For a visitor a front page; for somebody of the house what waits, and then the papers."""
    if request.user.is_authenticated:
        return _own(request)
    papers: list[Any] = _front(request.user)
    lead = next((paper for paper in papers if paper.leads), None)
    context = {
        "lead": lead,
        "paper": Paper.from_json(lead.told) if lead else None,
        "papers": [paper for paper in papers if paper != lead][:MOST_BESIDE_THE_LEAD],
        "news": news_for(request.user, timezone.now()),
    }
    return render(request, "site/home.html", context)


def _own(request: HttpRequest) -> HttpResponse:
    box, unread = refused_and_unread(request.user)
    now, work = timezone.now(), work_of(request.user)
    context = {
        "box": box,
        "tools": tools_with(unread),  # asked here, so that the top of the page need not
        "tasks": waiting_on(request.user, now, work),
        "teams": own_teams(request.user, work.participations),
        "programmes": work.programmes[:MOST_PROGRAMMES],
        "news": news_for(request.user, now, _papers(request.user)),
        # asked by the template, and only where there is nothing else to show
        "is_in_a_circle": lambda: bool(circle_ids_of(request.user)),
    }
    return render(request, "site/own.html", context)


@made_once
def _front(person: Any) -> QuerySet[Publication]:
    """The newest papers, before them that with a photo that the page opens with: `leads`, and only
    of that one `told`, all that stands in it."""
    papers = Publication.objects.visible_to(person)
    photo = papers.filter(edition__participation__session__photo__isnull=False)
    leads = Q(pk=Subquery(photo.values("pk")[:1]))
    told = Case(When(leads, then="content"), default=Value(""), output_field=TextField())
    rows = papers.defer("content").annotate(
        leads=Case(When(leads, then=True), default=False, output_field=BooleanField()), told=told
    )
    return rows.order_by("-leads", "-at", "-pk")[: MOST_BESIDE_THE_LEAD + 1]


@made_once
def _papers(person: Any) -> QuerySet[Publication]:
    return newest_papers(person, MOST_PAPERS)


def about(request: HttpRequest) -> HttpResponse:
    return render(request, "site/about.html")
