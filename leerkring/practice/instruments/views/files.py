"""An instrument that leaves the site in the form of another program."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from leerkring.practice.instruments.checking import has_faults, review
from leerkring.practice.instruments.downloads import BY_KEY, file_of
from leerkring.practice.instruments.sheets import instrument_of
from leerkring.practice.instruments.views.gate import draft_or_404, for_editors, version_or_404
from leerkring.practice.scans.instrument_files import built_in
from leerkring.practice.scans.instruments import Instrument


@login_required
def version_file(request: HttpRequest, pk: int, slug: str, form: str) -> HttpResponse:
    return _attachment(version_or_404(pk).instrument, form)


@login_required
def built_in_file(request: HttpRequest, form: str) -> HttpResponse:
    return _attachment(built_in(), form)


@for_editors
def draft_file(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """Only of a draft that could be published: a file with faults could not be read back."""
    sheet = draft_or_404(pk).sheet
    if has_faults(review(sheet)):
        messages.error(request, "Eerst moeten de fouten eruit. Dan kun je het bestand maken.")
        return redirect("instruments:draft", pk)
    return _attachment(instrument_of(sheet, "concept"), form)


def _attachment(instrument: Instrument, form: str) -> HttpResponse:
    if form not in BY_KEY:
        raise Http404
    name, content = file_of(instrument, BY_KEY[form])
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=BY_KEY[form].content_type, headers=disposition)
