"""What becomes of a question: accepted, closed, put to use, taken away."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from leerkring.exchange.questions import actions, answering_actions, rules
from leerkring.exchange.questions.forms import OutcomeForm
from leerkring.exchange.questions.models import Answer, Question
from leerkring.exchange.questions.views.gate import (
    answer_to_take_back,
    question_or_404,
    question_to_take_back,
    visible_question,
)
from leerkring.foundation.language.checking_actions import count_traces
from leerkring.foundation.moderation.actions import explain
from leerkring.foundation.moderation.forms import ReasonForm
from leerkring.foundation.moderation.queries import matter_of


@login_required
@require_POST
def acceptance(request: HttpRequest, pk: int) -> HttpResponse:
    """This answer helped; with `terug` none of them after all."""
    question = question_or_404(request, pk)
    if not rules.may_accept(request.user, question):
        raise Http404
    if "terug" in request.POST:
        answering_actions.take_acceptance_back(question)
        return redirect(question)
    number = request.POST.get("antwoord", "")
    asked = int(number) if number.isascii() and number.isdecimal() and len(number) < 18 else 0
    row = get_object_or_404(Answer.objects.standing(), pk=asked, question=question)
    answering_actions.accept(row, by=request.user)
    messages.success(request, "Fijn. Over zes weken vragen we wat je ermee deed.")
    return redirect(row)


@login_required
@require_POST
def closing(request: HttpRequest, pk: int) -> HttpResponse:
    question = question_or_404(request, pk)
    if not rules.may_close(request.user, question):
        raise Http404
    actions.close(question, by=request.user)
    return redirect(question)


@login_required
def outcome(request: HttpRequest, pk: int) -> HttpResponse:
    """«Wat heb je ermee gedaan?»"""
    question = question_or_404(request, pk)
    if not rules.may_tell_outcome(request.user, question):
        raise Http404
    known = getattr(question, "outcome", None)
    initial = {"worked": known.worked, "text": known.text} if known else None
    form = OutcomeForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        count_traces(form.decisions)
        data = form.cleaned_data
        answering_actions.say_what_came_of_it(
            question, worked=data["worked"], text=data["text"], by=request.user
        )
        messages.success(request, "Bedankt. Daar heeft de volgende iets aan.")
        return redirect(question)
    context = {"form": form, "question": question}
    return render(request, "questions/outcome.html", context, status=422 if form.is_bound else 200)


@login_required
def retraction(request: HttpRequest, pk: int) -> HttpResponse:
    question = question_to_take_back(request, pk)
    if not rules.may_take_back(request.user, question, question):
        raise Http404
    why = asked_why(request, question)
    if why is None:
        return _sure(request, question, question, "deze vraag")
    with transaction.atomic():
        actions.take_back(question, by=request.user)
        explain(question, why=why, by=request.user)
    messages.success(request, "De vraag is weggehaald.")
    return redirect("questions:list")


@login_required
def answer_retraction(request: HttpRequest, pk: int) -> HttpResponse:
    row = answer_to_take_back(request, pk)
    if not rules.may_take_back(request.user, row.question, row):
        raise Http404
    why = asked_why(request, row)
    if why is None:
        return _sure(request, row.question, row, "dit antwoord")
    with transaction.atomic():
        actions.take_answer_back(row, by=request.user)
        explain(row, why=why, by=request.user)
    messages.success(request, "Het antwoord is weggehaald.")
    return redirect(_back(request, row.question) or _own())


def asked_why(request: HttpRequest, row: Question | Answer) -> str | None:
    """Why it goes; of one's own nobody asks. None: it does not go yet."""
    if request.method != "POST":
        return None
    form = ReasonForm(request.POST)
    if rules.wrote(request.user, row):
        return ""
    return form.cleaned_data["why"] if form.is_valid() else None


def _own() -> str:
    return f"{reverse('questions:list')}?van=mij"


def _back(request: HttpRequest, question: Question) -> str:
    """Where the question stands; "" for who does not read it any more."""
    seen = visible_question(request, question.pk)
    return seen.get_absolute_url() if seen else ""


def _sure(
    request: HttpRequest, question: Question, row: Question | Answer, what: str
) -> HttpResponse:
    form = ReasonForm(request.POST if request.method == "POST" else None)
    context = {"form": form, "what": what, "own": rules.wrote(request.user, row)}
    back = _back(request, question)
    context |= {"title": question.title if back else "Van mij", "back": back or _own()}
    context |= {"case": matter_of(request.user, row._meta.label_lower, str(row.pk))}
    status = 422 if form.is_bound else 200
    return render(request, "moderation/removal.html", context, status=status)
