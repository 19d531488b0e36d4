"""A programme with its ring: who takes part, how far everyone is, and the way to all the rest."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from leerkring.loop.newspapers.queries import city_paper, published_by_team
from leerkring.loop.programmes.models import Participation, Programme, Role
from leerkring.loop.programmes.queries import ListedTeam, participations_listed
from leerkring.loop.programmes.rules import ADVISING, has_results, roles_of
from leerkring.loop.programmes.views.gate import visible_programme
from leerkring.practice.scans.queries import respondents_of
from leerkring.site.progress import Progress


@dataclass(frozen=True)
class Row:
    """A team in the list; `is_open`: the person who looks may open its page.

    `paper` is the widest audience of its newest paper and `paper_pk` that publication, if any.
    """

    team: ListedTeam
    paper: str
    paper_pk: int | None
    is_open: bool


@login_required
def show(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    programme = visible_programme(request, pk)
    roles = roles_of(request.user, programme)
    is_coordinator = Role.Kind.COORDINATOR in roles
    rows = _rows(programme, request.user, is_coordinator)
    context = {
        "programme": programme,
        "rows": rows,
        "teams_url": f"{request.path}teams/",
        "papers_url": reverse("newspapers:list"),
        "progress": _progress(programme, rows),
        "is_coordinator": is_coordinator,
        "sees_advice": bool(roles & ADVISING),
        "takes_out": bool(roles) and has_results(programme),
        "city_paper": city_paper(programme, request.user),
    }
    return render(request, "site/programme.html", context)


def _rows(programme: Programme, person: Any, is_coordinator: bool) -> list[Row]:
    papers = published_by_team(programme)
    own: set[int] = set()
    if not is_coordinator:
        own.update(Participation.objects.involving(person).values_list("pk", flat=True))
    return [
        Row(
            team=team,
            paper=papers.get(team.pk, ("", None))[0],
            paper_pk=papers.get(team.pk, ("", None))[1],
            is_open=is_coordinator or team.pk in own,
        )
        for team in participations_listed(programme)
    ]


def _progress(programme: Programme, rows: list[Row]) -> Progress:
    is_asked = has_results(programme)
    launch = programme.round and getattr(programme.round, "launch", None)
    return Progress(
        teams=len(rows),
        answers=respondents_of(programme.round) if programme.round and is_asked else None,
        sessions_held=sum(row.team.is_held for row in rows),
        published=sum(bool(row.paper) for row in rows),
        is_asked=is_asked,
        until=launch.until if launch else None,
        is_late=bool(launch and launch.until < timezone.localdate()),
    )
