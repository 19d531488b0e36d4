"""Taking in a catalogue of training offers."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from leerkring.foundation.tables.faults import BadTable
from leerkring.foundation.tables.reading import read_table
from leerkring.loop.advice.actions import take_in_offers
from leerkring.loop.advice.forms import CatalogueForm
from leerkring.loop.advice.offer_files import read_offers
from leerkring.loop.advice.views.gate import advised_programme


@login_required
@require_POST
def take_in(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    programme = advised_programme(request, pk)
    form = CatalogueForm(request.POST, request.FILES)
    faults: tuple[object, ...] = ()
    if form.is_valid():
        upload = form.cleaned_data["offers"]
        try:
            take_in_offers(programme, read_offers(read_table(upload.read(), upload.name)))
        except BadTable as bad:
            faults = bad.faults
        else:
            messages.success(request, "Het aanbod is ingelezen.")
            return redirect("advice:show", pk, slug)
    context = {"programme": programme, "form": form, "faults": faults}
    return render(request, "advice/catalogue.html", context, status=422)
