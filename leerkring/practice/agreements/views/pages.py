"""An agreement: what, between whom, how it went, and what can be done now."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from leerkring.practice.agreements.models import Agreement, Score, Side
from leerkring.practice.agreements.partner_queries import around
from leerkring.practice.agreements.registry import made_at, talked_about_at
from leerkring.practice.agreements.rules import (
    is_open_point,
    may_settle,
    side_of,
    week_to_score,
)
from leerkring.practice.agreements.views.gate import visible_agreement


@login_required
def show(request: HttpRequest, pk: int) -> HttpResponse:
    agreement = visible_agreement(request, pk)
    side = side_of(request.user, agreement)
    contacts = list(agreement.contacts.select_related("person"))
    context = {
        "agreement": agreement,
        "side": side,
        "there": made_at(request.user, agreement.meeting),
        "agenda": talked_about_at(request.user, agreement.pk),
        "promising": [row.person for row in contacts if row.side == Side.PROMISES],
        "receiving": [row.person for row in contacts if row.side == Side.RECEIVES],
        "scores": _scores(agreement, side, may_settle(request.user, agreement)),
        "may_add": side and around(request.user, agreement) is not None,
        "to_judge": side == Side.RECEIVES and week_to_score(agreement, timezone.localdate()),
        "to_confirm": side == Side.PROMISES and agreement.is_open_proposal,
    }
    return render(request, "agreements/show.html", context)


def _scores(agreement: Agreement, side: str | None, settles: bool) -> list[dict[str, Any]]:
    now = timezone.now()
    rows: list[Score] = list(agreement.scores.select_related("reply", "settlement"))
    return [
        {
            "row": row,
            "is_open": is_open_point(row, now),
            "may_reply": side == Side.PROMISES and not hasattr(row, "reply"),
            "may_settle": settles and is_open_point(row, now),
        }
        for row in rows
    ]
