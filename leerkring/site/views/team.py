"""A team in a programme: its picture, its programme on measure, its session, its papers."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from leerkring.loop.newspapers.queries import papers_of
from leerkring.loop.programmes.emphasis_json import advice_from_json
from leerkring.loop.programmes.models import Participation
from leerkring.loop.programmes.pictures import picture_of
from leerkring.loop.programmes.queries import (
    chosen_weights,
    district_figures,
    instrument_of,
    result_of,
    timed_blocks,
)
from leerkring.loop.programmes.rules import coordinates, may_overrule
from leerkring.loop.programmes.views.gate import visible_participation
from leerkring.network.figures.definitions import DEFINITIONS


@login_required
def show(request: HttpRequest, pk: int, slug: str, team: str) -> HttpResponse:
    participation = visible_participation(request, pk, team)
    session = participation.session
    context = {
        "participation": participation,
        "programme": participation.programme,
        "session": session,
        "blocks": timed_blocks(session) if session else (),
        "may_overrule": may_overrule(request.user, participation),
        "is_coordinator": coordinates(request.user, participation.programme),
        "papers": papers_of(participation, request.user),
        "figures": [
            (DEFINITIONS[figure.key], figure) for figure in district_figures(participation)
        ],
        **_result(participation),
    }
    return render(request, "site/team.html", context)


def _result(participation: Participation) -> dict[str, object]:
    """What the scan says; empty as long as no round has been taken in."""
    if not hasattr(participation, "tailoring"):
        return {}
    asked = instrument_of(participation.programme)
    return {
        "picture": picture_of(result_of(participation), asked),
        "advice": advice_from_json(participation.tailoring.advice),
        "chosen": chosen_weights(participation),
        "overruling": participation.overrulings.first(),
    }
