"""One's own promises, those of one's teams, and those of one's circles."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from leerkring.network.circles.models import Circle
from leerkring.practice.commitments.models import Commitment
from leerkring.practice.commitments.queries import a_page, due_for

TABS = (("", "Van mij"), ("team", "Van mijn teams"), ("kring", "Van mijn werkgroepen"))


@login_required
def index(request: HttpRequest) -> HttpResponse:
    chosen = request.GET.get("van", "")
    chosen = chosen if chosen in dict(TABS) else ""
    before = request.GET.get("voor", "")
    rows, older = a_page(_chosen(request.user, chosen), before)
    address = reverse("commitments:list")
    here = f"{address}?van={chosen}" if chosen else address
    joint = "&" if chosen else "?"
    context = {
        "due": due_for(request.user, timezone.localdate()),
        "commitments": rows,
        "chosen": chosen,
        "tabs": [
            (label, f"{address}?van={key}" if key else address, key == chosen)
            for key, label in TABS
        ],
        "older": f"{here}{joint}voor={older}" if older else "",
        "newest": here if before else "",
    }
    return render(request, "commitments/list.html", context)


def _chosen(person: Any, whose: str) -> QuerySet[Commitment]:
    if whose == "kring":
        seen = Commitment.objects.visible_to(person)
        return seen.filter(circle__in=Circle.objects.of(person)).exclude(person=person)
    own = Commitment.objects.of(person)
    return own.filter(team__isnull=False) if whose == "team" else own.filter(team=None)
