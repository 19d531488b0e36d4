"""One's own agreements, and those that one may read along with."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from leerkring.practice.agreements.models import Agreement
from leerkring.practice.agreements.queries import a_page, in_disagreement, waiting_for

TABS = (("", "Van mij"), ("kring", "Van mijn werkgroepen"), ("open", "Open punten"))


@login_required
def index(request: HttpRequest) -> HttpResponse:
    chosen = request.GET.get("welke", "")
    chosen = chosen if chosen in dict(TABS) else ""
    before = request.GET.get("voor", "")
    rows, older = a_page(_chosen(request.user, chosen), before)
    address = reverse("agreements:list")
    here = f"{address}?welke={chosen}" if chosen else address
    context = {
        "waiting": waiting_for(request.user, timezone.localdate())[:10],
        "agreements": rows,
        "chosen": chosen,
        "tabs": [
            (label, f"{address}?welke={key}" if key else address, key == chosen)
            for key, label in TABS
        ],
        "older": f"{here}{'&' if chosen else '?'}voor={older}" if older else "",
        "newest": here if before else "",
    }
    return render(request, "agreements/list.html", context)


def _chosen(person: Any, which: str) -> QuerySet[Agreement]:
    own = Agreement.objects.of(person)
    if which == "kring":
        return Agreement.objects.visible_to(person).exclude(pk__in=own.values("pk"))
    if which == "open":
        return in_disagreement().filter(pk__in=Agreement.objects.visible_to(person).values("pk"))
    return own
