"""A team in a programme: its picture, its programme on measure, its session, its papers."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from leerkring.loop.newspapers.queries import papers_of
from leerkring.loop.programmes.change_picture import CLEAR, change_picture
from leerkring.loop.programmes.coverage_picture import coverage_picture
from leerkring.loop.programmes.emphasis_json import advice_from_json
from leerkring.loop.programmes.models import Participation
from leerkring.loop.programmes.pictures import picture_of
from leerkring.loop.programmes.queries import (
    district_figures,
    instrument_of,
    result_of,
    timed_blocks,
    weights_in,
)
from leerkring.loop.programmes.rules import coordinates, may_overrule
from leerkring.loop.programmes.views.gate import visible_participation
from leerkring.network.figures.definitions import DEFINITIONS
from leerkring.practice.answering.queries import coverage_of
from leerkring.practice.pulses.queries import effect_among, offers_among, pulses_of_team
from leerkring.practice.pulses.registry import subject_of
from leerkring.practice.scans.first_talk import first_talk


@login_required
def show(request: HttpRequest, pk: int, slug: str, team: str) -> HttpResponse:
    participation = visible_participation(request, pk, team)
    session = participation.session
    is_inside = may_overrule(request.user, participation)
    is_coordinator = coordinates(request.user, participation.programme)
    context = {
        "participation": participation,
        "programme": participation.programme,
        "session": session,
        "blocks": timed_blocks(session) if session else (),
        "may_overrule": is_inside,
        "is_coordinator": is_coordinator,
        "papers": papers_of(participation, request.user),
        "figures": [
            (DEFINITIONS[figure.key], figure) for figure in district_figures(participation)
        ],
        **_result(participation),
        **_coverage(participation, is_inside=is_inside),
        **_asked_around(
            participation,
            is_inside=is_inside or is_coordinator,
            leads=is_coordinator or bool(session and session.facilitator_id == request.user.pk),
        ),
    }
    return render(request, "site/team.html", context)


def _result(participation: Participation) -> dict[str, object]:
    """What the scan says; empty as long as no round has been taken in."""
    if not hasattr(participation, "tailoring"):
        return {}
    asked, result = instrument_of(participation.programme), result_of(participation)
    follows = participation.programme.round.previous_id is not None
    overruling = participation.overrulings.first()
    return {
        "picture": picture_of(result, asked),
        "subjects": first_talk(result),
        "clear": CLEAR,
        "change": change_picture(result, asked) if follows and result.is_shown else None,
        "advice": advice_from_json(participation.tailoring.advice),
        "chosen": overruling and weights_in(overruling),
        "overruling": overruling,
    }


def _coverage(participation: Participation, *, is_inside: bool) -> dict[str, object]:
    """For the team and its facilitator alone: what people know is nobody else's business."""
    round_ = participation.programme.round
    if not is_inside or round_ is None:
        return {}
    told = coverage_of(round_, participation.team)
    return {"coverage": None if told is None else coverage_picture(told)}


def _asked_around(
    participation: Participation, *, is_inside: bool, leads: bool
) -> dict[str, object]:
    """Small scans around sessions: for the team, and for who leads or coordinates those."""
    session = participation.session
    if not is_inside or session is None:
        return {}
    pulses, now = pulses_of_team(participation.team), timezone.now()
    return {
        "effect": effect_among(pulses),
        "row": session,
        "about": subject_of(session._meta.label_lower).key,
        "offers": offers_among(pulses, session, may=leads, now=now),
        "now": now,
    }
