"""A promise with what came of it, and the one question."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from leerkring.foundation.language.checking_actions import count_traces
from leerkring.practice.commitments.actions import LookedBackAlready, look_back
from leerkring.practice.commitments.forms import LookBackForm
from leerkring.practice.commitments.models import Outcome
from leerkring.practice.commitments.queries import due_for
from leerkring.practice.commitments.rules import owns
from leerkring.practice.commitments.views.gate import (
    out_of_sight,
    own_commitment,
    visible_commitment,
)

THANKS = {
    "gelukt": "Mooi! Het staat erbij.",
    "bezig": "Goed. We vragen het je later nog een keer.",
    "anders": "Dank je. Anders is ook geleerd.",
    "los": "Prima. We vragen er niet meer naar.",
}


def show(request: HttpRequest, pk: int) -> HttpResponse:
    commitment = visible_commitment(request, pk)
    if commitment is None:
        return out_of_sight(request)
    looks = list(commitment.look_backs.select_related("by"))
    context = {
        "commitment": commitment,
        "looks": looks,
        "owns": owns(request.user, commitment),
        "is_over": any(look.outcome != Outcome.UNDER_WAY for look in looks),
    }
    return render(request, "commitments/show.html", context)


@login_required
def looking_back(request: HttpRequest, pk: int) -> HttpResponse:
    commitment = own_commitment(request, pk)
    if commitment.look_backs.ending().exists():
        return redirect(commitment)
    sent = request.POST if request.method == "POST" else None
    form = LookBackForm(sent, person=request.user, commitment=commitment)
    if not form.is_valid():
        context = {"form": form, "commitment": commitment}
        status = 422 if form.is_bound else 200
        return render(request, "commitments/looking_back.html", context, status=status)
    try:
        with transaction.atomic():
            count_traces(form.decisions)
            made = look_back(commitment, **form.cleaned_data, by=request.user)
    except LookedBackAlready:
        return redirect(commitment)
    messages.success(request, THANKS[made.outcome])
    more = due_for(request.user, timezone.localdate())
    return redirect("commitments:list") if more else redirect(commitment)
