"""A team that is asked without mail: a poster to hang, and the statements on paper."""

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from leerkring.loop.programmes.models import Participation, Programme
from leerkring.loop.programmes.views.gate import coordinated_programme
from leerkring.practice.answering.actions import hang_poster
from leerkring.practice.answering.qr import qr_svg
from leerkring.practice.instruments.answer_words import figures_of


@login_required
@never_cache
def poster(request: HttpRequest, pk: int, slug: str, team: str) -> HttpResponse:
    """Asking shows what a poster is; only sending makes one, because the one before then stops."""
    programme, participation = _open_round(request, pk, team)
    context: dict[str, Any] = {"programme": programme, "team": participation.team}
    if request.method == "POST":
        secret = hang_poster(programme.round, participation.team)
        context["url"] = settings.SITE_URL + reverse("answering:poster", args=[secret.link])
        context["qr"] = qr_svg(context["url"], label="QR-code naar de vragenlijst")
    return render(request, "programmes/poster.html", context)


@login_required
def form(request: HttpRequest, pk: int, slug: str, team: str) -> HttpResponse:
    """All statements on paper, to think over; each person takes their own answers over online."""
    programme, participation = _open_round(request, pk, team)
    instrument = programme.round.instrument.instrument
    numbered = list(enumerate(instrument.items, start=1))
    context = {
        "programme": programme,
        "team": participation.team,
        "parts": [
            (dimension, [(n, item) for n, item in numbered if item.dimension is dimension])
            for dimension in instrument.dimensions
        ],
        "steps": figures_of(instrument),
    }
    return render(request, "programmes/paper_form.html", context)


def _open_round(request: HttpRequest, pk: int, team: str) -> tuple[Programme, Participation]:
    """A team in a round that still takes answers."""
    programme = coordinated_programme(request, pk)
    round_ = programme.round
    if round_ is None or not hasattr(round_, "launch") or round_.is_closed:
        raise Http404
    teams = programme.participations.select_related("team")
    return programme, get_object_or_404(teams, team__slug=team)
