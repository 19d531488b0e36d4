"""Questions put to one person, who may pass."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from leerkring.exchange.questions.forms import PassForm
from leerkring.exchange.questions.models import Appeal
from leerkring.exchange.questions.queries import appeals_to, stuck_for
from leerkring.exchange.questions.routing_actions import pass_on
from leerkring.exchange.questions.routing_queries import whom_to_think_of


@login_required
def index(request: HttpRequest) -> HttpResponse:
    context = {"appeals": appeals_to(request.user), "stuck": stuck_for(request.user)}
    return render(request, "questions/routed.html", context)


@login_required
def passing(request: HttpRequest, pk: int) -> HttpResponse:
    """«Weet iemand anders»: perhaps one knows who."""
    appeal = _mine(request, pk)
    people = whom_to_think_of(appeal, request.user, timezone.now())
    if request.method != "POST":
        form = PassForm(people=people)
        context = {"appeal": appeal, "form": form}
        return render(request, "questions/passing.html", context)
    form = PassForm(request.POST, people=people)
    if not form.is_valid():
        context = {"appeal": appeal, "form": form}
        return render(request, "questions/passing.html", context, status=422)
    data = form.cleaned_data
    pass_on(appeal, reply=data["reply"], suggested=data["suggested"], now=timezone.now())
    messages.success(request, "Goed. We vragen iemand anders.")
    return redirect("questions:routed")


def _mine(request: HttpRequest, pk: int) -> Appeal:
    rows = Appeal.objects.waiting_for(request.user).select_related("question")
    appeal = rows.filter(pk=pk).first()
    if appeal is None:
        raise Http404
    return appeal
