"""What a page or a script gets to hear when something cannot be taken in."""

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from leerkring.practice.gatherings.models import Session


def refused(request: HttpRequest, session: Session, form: BaseForm) -> HttpResponse:
    """The faults as JSON, or the form with what was typed, so that nothing typed is lost."""
    if not request.accepts("text/html"):
        return JsonResponse({"faults": form.errors}, status=422)
    context = {"session": session, "form": form}
    return render(request, "gatherings/again.html", context, status=422)
