"""The city: what organisations and the municipality look like together, never a list of teams."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from leerkring.loop.newspapers.queries import city_paper
from leerkring.loop.programmes.change_picture import CLEAR, change_picture
from leerkring.loop.programmes.pictures import picture_of
from leerkring.loop.programmes.queries import city_results, instrument_of, release_limits
from leerkring.loop.programmes.views.gate import visible_programme


@login_required
def show(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    programme = visible_programme(request, pk)
    if programme.round is None or not programme.round.is_closed:
        raise Http404
    asked = instrument_of(programme)
    follows = programme.round.previous_id is not None
    pictures = [
        (
            unit,
            picture_of(unit, asked),
            change_picture(unit, asked) if follows and unit.is_shown else None,
        )
        for unit in city_results(programme, "openbaar")
    ]
    context = {
        "programme": programme,
        "city": pictures[:1],
        "organisations": pictures[1:],
        "clear": CLEAR,
        "closing": programme.round.closing,
        "city_paper": city_paper(programme, request.user),
        **release_limits(),
    }
    return render(request, "site/city.html", context)
