"""The gallery page: every component with an example, to look at and to test."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from leerkring.foundation.design import examples
from leerkring.foundation.design.forms import ExampleForm


def gallery(request: HttpRequest) -> HttpResponse:
    """Everything a page can be made of."""
    context = {
        "form": ExampleForm(),
        "wrong_form": ExampleForm({"fout-members": "0"}, prefix="fout"),
        "steps": examples.STEPS,
        "tabs": examples.TABS,
        "path": examples.PATH,
        "terms": examples.TERMS,
        "teams": examples.TEAMS,
        "palette": examples.PALETTE,
    }
    return render(request, "design/gallery.html", context)
