"""The programmes somebody can see, and starting a new one."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from leerkring.loop.programmes.actions import start_programme
from leerkring.loop.programmes.forms import ProgrammeForm
from leerkring.loop.programmes.models import Programme


@login_required
def index(request: HttpRequest) -> HttpResponse:
    programmes = Programme.objects.visible_to(request.user).select_related("municipality")
    return render(request, "programmes/list.html", {"programmes": programmes})


@login_required
def new(request: HttpRequest) -> HttpResponse:
    form = ProgrammeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        programme = start_programme(by=request.user, **form.cleaned_data)
        messages.success(request, "Het programma staat klaar. Lees nu teams en antwoorden in.")
        return redirect("programmes:intake", programme.pk, programme.slug)
    return render(request, "programmes/new.html", {"form": form}, status=_status(form))


def _status(form: ProgrammeForm) -> int:
    return 422 if form.errors else 200
