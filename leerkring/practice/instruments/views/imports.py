"""A file with an instrument: read it, look at what comes along and what does not, take it over."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from leerkring.foundation.tables.faults import BadTable
from leerkring.practice.instruments.actions import take_over_preview
from leerkring.practice.instruments.draft_actions import lay_ready
from leerkring.practice.instruments.forms import ImportForm
from leerkring.practice.instruments.grouping import groups_of
from leerkring.practice.instruments.models import ImportPreview
from leerkring.practice.instruments.queries import previewed
from leerkring.practice.instruments.reading import read_upload
from leerkring.practice.instruments.views.gate import for_editors
from leerkring.practice.scans.languages import LANGUAGES


@for_editors
def upload(request: HttpRequest) -> HttpResponse:
    form = ImportForm(request.POST or None, request.FILES or None)
    faults: tuple[object, ...] = ()
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            found = read_upload(file.read(), file.name)
            preview = lay_ready(found, file_name=file.name, by=request.user)
            return redirect("instruments:import_preview", preview.pk)
        except BadTable as bad:
            faults = bad.faults
    context = {"form": form, "faults": faults}
    status = 422 if request.method == "POST" else 200
    return render(request, "instruments/import.html", context, status=status)


@for_editors
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """Only for who handed the file over."""
    found = get_object_or_404(ImportPreview, pk=pk, by=request.user)
    if request.method == "POST":
        draft = take_over_preview(found, by=request.user)
        return redirect("instruments:draft", draft.pk)
    instrument = previewed(found)
    context = {
        "preview": found,
        "instrument": instrument,
        "groups": groups_of(instrument),
        "language": LANGUAGES[instrument.language],
    }
    return render(request, "instruments/import_preview.html", context)
