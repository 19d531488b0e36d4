"""The programmes somebody can see, and starting a new one."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from leerkring.loop.programmes.actions import start_programme
from leerkring.loop.programmes.forms import ProgrammeForm
from leerkring.loop.programmes.models import Programme
from leerkring.loop.programmes.rules import may_start


@login_required
def index(request: HttpRequest) -> HttpResponse:
    programmes = Programme.objects.visible_to(request.user).select_related("municipality")
    context = {"programmes": programmes, "may_start": may_start(request.user)}
    return render(request, "programmes/list.html", context)


@login_required
def new(request: HttpRequest) -> HttpResponse:
    if not may_start(request.user):
        raise Http404
    form = ProgrammeForm(request.POST or None, person=request.user)
    if request.method == "POST" and form.is_valid():
        programme = start_programme(by=request.user, **form.cleaned_data)
        messages.success(request, "Het programma staat klaar. Nu de teams peilen.")
        return redirect("programme", programme.pk, programme.slug)
    return render(request, "programmes/new.html", {"form": form}, status=_status(form))


def _status(form: ProgrammeForm) -> int:
    return 422 if form.errors else 200
