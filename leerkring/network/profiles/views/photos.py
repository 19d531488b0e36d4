"""The photo of a person, for who may see it."""

from django.http import HttpRequest, HttpResponse

from leerkring.foundation.files.serving import file_response
from leerkring.network.profiles.queries import photo_of
from leerkring.network.profiles.views.gate import out_of_sight


def photo(request: HttpRequest, person_id: int, slug: str) -> HttpResponse:
    stored = photo_of(request.user, person_id)
    if stored is None:
        return out_of_sight(request)
    response: HttpResponse = file_response(stored, request=request)
    return response
