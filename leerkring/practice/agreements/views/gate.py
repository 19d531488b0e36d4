"""The doors to agreements. Out of sight is 404; so is what is not yours to do."""

from typing import Any

from django.http import Http404, HttpRequest

from leerkring.practice.agreements.models import Agreement, Score
from leerkring.practice.agreements.rules import side_of


def visible_agreement(request: HttpRequest, pk: int) -> Agreement:
    rows = Agreement.objects.visible_to(request.user).with_parties().select_related("refusal")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def own_agreement(request: HttpRequest, pk: int, *sides: str) -> Agreement:
    """For who speaks for one of these sides."""
    found = visible_agreement(request, pk)
    if side_of(request.user, found) not in sides:
        raise Http404
    return found


def score_of(agreement: Agreement, week: int) -> Score:
    found: Any = agreement.scores.select_related("reply", "settlement").filter(week=week).first()
    if found is None:
        raise Http404
    found.agreement = agreement
    return found
