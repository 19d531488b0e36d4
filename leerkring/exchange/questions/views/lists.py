"""The list of questions, with its filters."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from leerkring.exchange.questions.models import Question
from leerkring.exchange.questions.own_queries import left_behind
from leerkring.exchange.questions.queries import (
    STATES,
    answer_counts,
    listed,
    put_to_use,
    themes_used,
)
from leerkring.foundation.design.page_queries import Place, page_of


def index(request: HttpRequest) -> HttpResponse:
    chosen = _chosen(request)
    mine = bool(chosen.get("van"))
    rows = listed(
        request.user, state=chosen.get("stand", ""), theme=chosen.get("thema", ""), mine=mine
    )
    after = Place.read(request.GET.get("na", ""))
    questions: list[Question]
    questions, following = page_of(rows, "asked_at", after)
    counts = answer_counts(questions)
    context = {
        "lines": [(question, counts.get(question.pk, 0)) for question in questions],
        "chosen": chosen,
        "tabs": _tabs(request, chosen),
        "themes": themes_used(request.user),
        "put_to_use": put_to_use(request.user),
        "older": f"?{urlencode({**chosen, 'na': str(following)})}" if following else "",
        "newest": f"?{urlencode(chosen)}" if after else "",
        "left": left_behind(request.user) if mine and not after else (),
    }
    return render(request, "questions/list.html", context)


def _chosen(request: HttpRequest) -> dict[str, str]:
    """The filters in the address; what is unknown finds nothing."""
    names = ["thema", "stand"] + (["van"] if request.user.is_authenticated else [])
    asked = {name: request.GET.get(name, "").replace("\x00", "")[:80] for name in names}
    return {name: value for name, value in asked.items() if value}


def _tabs(request: HttpRequest, chosen: dict[str, str]) -> list[tuple[str, str, bool]]:
    """(label, address, whether it is here): by state, and one's own."""
    here, theme = reverse("questions:list"), chosen.get("thema", "")
    kept = {"thema": theme} if theme else {}
    choices: list[tuple[str, dict[str, str]]] = [("Alle", {})]
    choices += [(label, {"stand": state}) for state, label in STATES.items()]
    choices += [("Van mij", {"van": "mij"})] if request.user.is_authenticated else []
    now = {name: value for name, value in chosen.items() if name != "thema"}
    return [(label, f"{here}?{urlencode(kept | q)}", q == now) for label, q in choices]
