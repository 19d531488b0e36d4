"""Looking for people, and the page of one of them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from leerkring.network.profiles.directory_forms import DirectoryForm
from leerkring.network.profiles.directory_queries import COUNTED, found, how_many, page_of
from leerkring.network.profiles.queries import portrait_of, suggested
from leerkring.network.profiles.views.gate import out_of_sight


def index(request: HttpRequest) -> HttpResponse:
    form = DirectoryForm(request.GET)
    sought = form.sought()
    rows = found(request.user, sought)
    page = page_of(
        request.user, rows, after=_number(request, "na"), before=_number(request, "voor")
    )
    context = {
        "form": form,
        "sought": sought,
        "page": page,
        "number": len(page.people) if page.is_all else how_many(rows),
        "counted": COUNTED,
        "suggested": suggested(request.user),
        "previous": _turned(request, voor=page.before),
        "next": _turned(request, na=page.after),
    }
    return render(request, "profiles/directory.html", context)


def show(request: HttpRequest, person_id: int, slug: str) -> HttpResponse:
    portrait = portrait_of(request.user, person_id)
    if portrait is None:
        return out_of_sight(request)
    if portrait.url != request.path:
        return redirect(portrait.url, permanent=True)
    context = {
        "portrait": portrait,
        "own": request.user.pk == person_id,
        "path": [("Deelnemers", reverse("profiles:list")), (portrait.name, "")],
    }
    return render(request, "profiles/show.html", context)


def _number(request: HttpRequest, name: str) -> int | None:
    given = request.GET.get(name, "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 19 else None


def _turned(request: HttpRequest, **place: int | None) -> str:
    """The address of the page beside this one, with the same search; empty if there is none."""
    ((name, number),) = place.items()
    if number is None:
        return ""
    query = request.GET.copy()
    for gone in ("na", "voor"):
        query.pop(gone, None)
    query[name] = str(number)
    return f"?{query.urlencode()}"
