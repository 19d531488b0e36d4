"""One's own agreements, and those that one may read along with."""

from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from leerkring.practice.agreements.models import Agreement
from leerkring.practice.agreements.queries import (
    a_page,
    circles_of,
    in_disagreement,
    waiting_for,
)

TABS = (("", "Van mij"), ("kring", "Van mijn werkgroepen"), ("open", "Open punten"))


@login_required
def index(request: HttpRequest) -> HttpResponse:
    chosen = request.GET.get("welke", "")
    chosen = chosen if chosen in dict(TABS) else ""
    before = request.GET.get("voor", "")
    circles = list(circles_of(request.user))
    circle = next((one for one in circles if str(one.pk) == request.GET.get("kring", "")), None)
    found = _chosen(request.user, chosen)
    rows, older = a_page(found.filter(circle=circle) if circle else found, before)
    narrow = {"kring": str(circle.pk)} if circle else {}
    context = {
        "waiting": waiting_for(request.user, timezone.localdate())[:10],
        "agreements": rows,
        "chosen": chosen,
        "circles": circles,
        "circle": circle,
        "tabs": [(label, _address(narrow, welke=key), key == chosen) for key, label in TABS],
        "older": _address(narrow, welke=chosen, voor=older) if older else "",
        "newest": _address(narrow, welke=chosen) if before else "",
    }
    return render(request, "agreements/list.html", context)


def _address(narrow: dict[str, str], **more: str) -> str:
    query = {key: value for key, value in {**more, **narrow}.items() if value}
    address = reverse("agreements:list")
    return f"{address}?{urlencode(query)}" if query else address


def _chosen(person: Any, which: str) -> QuerySet[Agreement]:
    own = Agreement.objects.of(person)
    if which == "kring":
        return Agreement.objects.visible_to(person).exclude(pk__in=own.values("pk"))
    if which == "open":
        return in_disagreement().filter(pk__in=Agreement.objects.visible_to(person).values("pk"))
    return own
