"""The search page."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from leerkring.foundation.search.forms import SearchForm
from leerkring.foundation.search.queries import Page, search
from leerkring.foundation.search.rules import may_edit_synonyms


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """What this person may find. Nothing is asked of the index until something is asked of us."""
    form = SearchForm(request.GET, person=request.user)
    asked = form.asked()
    filters = any(asked[name] for name in ("kinds", "themes", "circle", "since"))
    page = None
    if asked["words"] or filters:
        page = search(request.user, **asked, after=request.GET.get("na"))
    context = {
        "form": form,
        "words": asked["words"],
        "chosen": asked,
        "filters": filters or asked["order"] == "newest",
        "page": page,
        "told": _told(page),
        **_turning(request.GET, page),
        "may_edit_synonyms": may_edit_synonyms(request.user),
    }
    return render(request, "search/search.html", context)


def _told(page: Page | None) -> str:
    """How much was found, in words; only what this person may see is counted."""
    if page is None or not page.total:
        return ""
    if page.more:
        return f"Meer dan {page.total} keer gevonden."
    return "1 keer gevonden." if page.total == 1 else f"{page.total} keer gevonden."


def _turning(asked: QueryDict, page: Page | None) -> dict[str, Any]:
    """Addresses of the first and of the next page of the same question."""
    same = asked.copy()
    same.pop("na", None)
    first = f"?{same.urlencode()}" if "na" in asked else ""
    if page is None or not page.after:
        return {"first": first, "following": ""}
    same["na"] = page.after
    return {"first": first, "following": f"?{same.urlencode()}"}
