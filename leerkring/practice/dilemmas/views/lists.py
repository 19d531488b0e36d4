"""The shelf."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from leerkring.foundation.design.left_behind import LeftBehind
from leerkring.practice.dilemmas.models import Dilemma
from leerkring.practice.dilemmas.own_queries import left_behind
from leerkring.practice.dilemmas.queries import a_page

TABS = (("", "Open"), ("afgesloten", "Afgesloten"))


def index(request: HttpRequest) -> HttpResponse:
    chosen = request.GET.get("welke", "")
    chosen = chosen if chosen in dict(TABS) else ""
    before = request.GET.get("voor", "")
    seen = Dilemma.objects.visible_to(request.user)
    rows, older = a_page(seen.closed() if chosen else seen.open(), before)
    address = reverse("dilemmas:list")
    here = f"{address}?welke={chosen}" if chosen else address
    context = {
        "dilemmas": rows,
        "chosen": chosen,
        "tabs": [
            (label, f"{address}?welke={key}" if key else address, key == chosen)
            for key, label in TABS
        ],
        "older": f"{here}{'&' if chosen else '?'}voor={older}" if older else "",
        "newest": here if before else "",
        "left": _left(request, first=not chosen and not before),
    }
    return render(request, "dilemmas/list.html", context)


def _left(request: HttpRequest, *, first: bool) -> list[LeftBehind]:
    """On the first page what is their own in circles that they went out of."""
    if not first or not request.user.is_authenticated:
        return []
    return left_behind(request.user)
