"""The library of working forms, for anyone to read and use."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from leerkring.practice.gatherings.form_files import library
from leerkring.practice.scans.dimensions import Dimension


def index(request: HttpRequest) -> HttpResponse:
    chosen = request.GET.get("kant", "")
    forms = [form for form in library() if not chosen or form.dimension == chosen]
    context = {"forms": forms, "chosen": chosen, "dimensions": list(Dimension)}
    return render(request, "gatherings/forms.html", context)


def show(request: HttpRequest, code: str) -> HttpResponse:
    form = next((form for form in library() if form.code == code), None)
    if form is None:
        raise Http404
    return render(request, "gatherings/form.html", {"form": form})
