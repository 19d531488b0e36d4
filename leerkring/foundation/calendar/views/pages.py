"""The calendar on the site: what comes first, and a month at a time."""

from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from leerkring.foundation.calendar.agenda import by_month, month_after, sheet_of
from leerkring.foundation.calendar.browsing import Place, cursor_of, place_after
from leerkring.foundation.calendar.moments import HOME
from leerkring.foundation.calendar.queries import entries
from leerkring.foundation.calendar.registry import kinds
from leerkring.foundation.design.templatetags.dutch import DAYS

YEARS = range(2000, 2101)
AHEAD = timedelta(days=365)
ON_A_PAGE = 40
NEARBY = 12  # months to both sides that links lead to: no machine walks to the year 2100


@require_safe
def coming(request: HttpRequest) -> HttpResponse:
    """The coming year, a page at a time; what is going on now stands above it."""
    today = timezone.localdate()
    kind = _kind(request)
    place = place_after(request.GET.get("na", ""))
    begin = place.at if place else _midnight(today)
    found = entries(request.user, begin, begin + AHEAD, kind=kind)
    running = [] if place else [e for e in found if e.moment.starts < begin]
    rest = [e for e in found if e.moment.starts >= begin and _is_further(e.place_in_order, place)]
    page = rest[:ON_A_PAGE]
    following = cursor_of(page[-1].place_in_order) if len(rest) > ON_A_PAGE else ""
    context = {
        "running": running,
        "months": by_month(page),
        "today": today,
        "first": _with(kind) if place else "",
        "following": _with(kind, na=following) if following else "",
        **_ways(kind, today, "list"),
    }
    return render(request, "calendar/list.html", context)


@require_safe
def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    if year not in YEARS or month not in range(1, 13):
        raise Http404
    first, today, kind = date(year, month, 1), timezone.localdate(), _kind(request)
    after = month_after(first)
    found = entries(request.user, _midnight(first), _midnight(after), kind=kind)
    context = {
        "sheet": sheet_of(first, found),
        "weekdays": DAYS,
        "today": today,
        "previous": _nearby(month_after(first, -1), today),
        "next": _nearby(after, today),
        "query": _with(kind),
        **_ways(kind, first, "month"),
    }
    return render(request, "calendar/month.html", context)


def _kind(request: HttpRequest) -> str:
    asked = request.GET.get("soort", "")
    return asked if asked in dict(kinds()) else ""


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), HOME)


def _is_further(order: tuple[datetime, str], place: Place | None) -> bool:
    return place is None or order > (place.at, place.uid)


def _nearby(first: date, today: date) -> date | None:
    """This month, if a link may lead there: near today, or on the way back to it."""
    away = (first.year - today.year) * 12 + first.month - today.month
    return first if abs(away) <= NEARBY and first.year in YEARS else None


def _with(kind: str, **more: str) -> str:
    asked = ({"soort": kind} if kind else {}) | more
    return f"?{urlencode(asked)}" if asked else "?"


def _ways(kind: str, day: date, here: str) -> dict[str, Any]:
    """The same calendar in another form, and with one kind only."""
    same = _with(kind) if kind else ""
    sheet = reverse("calendar:month", args=[day.year, day.month])
    forms = [
        ("Lijst", reverse("calendar:list") + same, here == "list"),
        ("Maand", sheet + same, here == "month"),
    ]
    choices = [("Alles", "?", not kind)]
    choices += [(label, _with(name), name == kind) for name, label in kinds()]
    return {"forms": forms, "choices": choices if len(choices) > 2 else [], "kind": kind}
