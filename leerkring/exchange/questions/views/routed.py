"""Questions put to one person, who may pass."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from leerkring.exchange.questions.models import Appeal
from leerkring.exchange.questions.putting_forms import PassForm, PutForm
from leerkring.exchange.questions.queries import appeals_to, stuck_for
from leerkring.exchange.questions.routing_actions import pass_on, put_to_somebody
from leerkring.exchange.questions.routing_queries import who_may_be_asked, whom_to_think_of
from leerkring.exchange.questions.rules import is_given_handovers


@login_required
def index(request: HttpRequest) -> HttpResponse:
    context = {
        "appeals": appeals_to(request.user),
        "stuck": stuck_for(request.user),
        "posts_for_others": is_given_handovers(request.user),
    }
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


@login_required
def putting(request: HttpRequest, pk: int) -> HttpResponse:
    """Who guides puts a question that nobody answered to somebody who knows of it."""
    question = next((row for row in stuck_for(request.user) if row.pk == pk), None)
    if question is None:
        raise Http404
    now = timezone.now()
    people = who_may_be_asked(question, request.user, now)
    form = PutForm(request.POST if request.method == "POST" else None, people=people)
    if form.is_valid() and put_to_somebody(question, form.cleaned_data["person"], now=now):
        messages.success(request, "Gevraagd. Na drie werkdagen zonder antwoord zie je het weer.")
        return redirect("questions:routed")
    context = {"question": question, "form": form, "people": people}
    status = 422 if form.is_bound else 200
    return render(request, "questions/putting.html", context, status=status)


def _mine(request: HttpRequest, pk: int) -> Appeal:
    rows = Appeal.objects.waiting_for(request.user).select_related("question")
    appeal = rows.filter(pk=pk).first()
    if appeal is None:
        raise Http404
    return appeal
