"""What becomes of a question: accepted, closed, put to use, taken away."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from leerkring.exchange.questions import actions, answering_actions, rules
from leerkring.exchange.questions.forms import OutcomeForm
from leerkring.exchange.questions.models import Answer
from leerkring.exchange.questions.views.gate import answer_or_404, question_or_404
from leerkring.foundation.language.checking_actions import count_traces


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
    question = question_or_404(request, pk)
    if not rules.may_take_back(request.user, question, question):
        raise Http404
    if request.method == "POST":
        actions.take_back(question, by=request.user)
        messages.success(request, "De vraag is weggehaald.")
        return redirect("questions:list")
    context = {"question": question, "what": "deze vraag"}
    return render(request, "questions/retraction.html", context)


@login_required
def answer_retraction(request: HttpRequest, pk: int) -> HttpResponse:
    row = answer_or_404(request, pk)
    if not rules.may_take_back(request.user, row.question, row):
        raise Http404
    if request.method == "POST":
        actions.take_answer_back(row, by=request.user)
        messages.success(request, "Het antwoord is weggehaald.")
        return redirect(row.question)
    context = {"question": row.question, "what": "dit antwoord"}
    return render(request, "questions/retraction.html", context)
