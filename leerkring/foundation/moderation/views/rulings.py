"""What was decided about what somebody wrote, for them alone."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from leerkring.foundation.moderation.models import Outcome
from leerkring.foundation.moderation.queries import ruling_for
from leerkring.foundation.moderation.telling_actions import headline


@login_required
def ruling(request: HttpRequest, pk: int) -> HttpResponse:
    found = ruling_for(request.user, pk)
    if found is None:
        raise Http404
    decision, case = found
    context = {
        "decision": decision,
        "case": case,
        "title": headline(decision, case.entry),
        "hidden": decision.outcome == Outcome.HIDDEN,
        "redacted": decision.outcome == Outcome.REDACTED,
        "stands": case.entry.stands(case.row),
        "mended_at": case.entry.mended_at(case.row) if case.entry.mended_at else "",
    }
    return render(request, "moderation/ruling.html", context)
