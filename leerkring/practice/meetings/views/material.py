"""Files, links and films of a meeting, for who may see the meeting."""

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from leerkring.foundation.files.serving import file_response
from leerkring.foundation.language.checking_actions import count_traces
from leerkring.network.circles.views.gate import out_of_sight, posted
from leerkring.practice.meetings.bringing_actions import add_material
from leerkring.practice.meetings.bringing_forms import MaterialForm
from leerkring.practice.meetings.models import Material
from leerkring.practice.meetings.page_queries import materials_of
from leerkring.practice.meetings.rules import may_organise
from leerkring.practice.meetings.views.gate import (
    bad,
    known,
    organised_meeting,
    own_meeting,
    shown,
    to_page,
)


@login_required
def index(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    posts = request.method == "POST"
    meeting = organised_meeting(request, pk) if posts else own_meeting(request, pk)
    if not may_organise(request.user, meeting):
        return shown(request, "material", meeting, materials=materials_of(meeting), form=None)
    files = request.FILES if posts else None
    form = MaterialForm(posted(request), files, person=request.user, meeting=meeting)
    if posts and form.is_valid():
        with transaction.atomic():
            count_traces(form.decisions)
            add_material(meeting, **form.cleaned_data, by=request.user)
        return to_page(meeting, "materiaal/")
    materials = materials_of(meeting)
    return shown(request, "material", meeting, status=bad(form), materials=materials, form=form)


@login_required
@require_POST
def remove(request: HttpRequest, pk: int, slug: str, material_id: int) -> HttpResponse:
    meeting = organised_meeting(request, pk)
    get_object_or_404(Material, pk=material_id, meeting=meeting).delete()
    return to_page(meeting, "materiaal/")


def file(request: HttpRequest, pk: int, slug: str, material_id: int, part: str) -> HttpResponse:
    meeting = known(request, pk)
    if meeting is None:
        return out_of_sight(request)
    material = materials_of(meeting).filter(pk=material_id).first()
    parts = {"bestand": material.file, "ondertitels": material.captions} if material else {}
    stored = parts.get(part)
    if not stored:
        raise Http404
    response: HttpResponse = file_response(stored, request=request)
    return response
