"""Answering, and changing what one asked or answered."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from leerkring.exchange.questions import actions, answering_actions, rules
from leerkring.exchange.questions.forms import AnswerForm, ChangeAnswerForm, ChangeForm
from leerkring.exchange.questions.models import Question
from leerkring.exchange.questions.reading_queries import draft_of
from leerkring.exchange.questions.telling_actions import tell_second_readers
from leerkring.exchange.questions.views.gate import answer_or_404, question_or_404
from leerkring.exchange.questions.views.pace import goes_too_fast
from leerkring.exchange.questions.views.pages import page_context
from leerkring.foundation.language.checking_actions import ask_second_reader, count_traces


@login_required
@require_POST
def add(request: HttpRequest, pk: int) -> HttpResponse:
    question = question_or_404(request, pk)
    if not rules.may_answer(request.user, question):
        raise PermissionDenied
    draft = draft_of(request.user, question)
    if "kijk" in request.POST:
        return _looked(request, question)
    form = AnswerForm(request.POST, person=request.user, question=question, draft=draft)
    if form.is_valid() and not goes_too_fast(request, form):
        return _answered(request, question, form)
    actions.keep_draft(request.user, form.typed(), question=question)
    context = page_context(request, question, form)
    return render(request, "questions/show.html", context, status=422)


def _looked(request: HttpRequest, question: Question) -> HttpResponse:
    """Could it be plainer, before it goes anywhere; nothing is kept or refused yet."""
    typed = AnswerForm(request.POST, person=request.user, question=question).typed()
    form = AnswerForm(person=request.user, question=question, initial=typed)
    context = page_context(request, question, form) | {"looking": True}
    return render(request, "questions/show.html", context)


def _answered(request: HttpRequest, question: Question, form: AnswerForm) -> HttpResponse:
    text = form.cleaned_data["text"]
    with transaction.atomic():
        count_traces(form.decisions)
        if not form.needs_second_reader:
            made = answering_actions.answer(question, text=text, by=request.user)
            return redirect(made)
        draft = actions.keep_draft(request.user, {"text": text}, question=question)
        ask_second_reader(draft, asked_by=request.user, fingerprint=form.fingerprint)
        tell_second_readers(draft)
    messages.success(request, "Iemand leest mee. Je hoort het als je antwoord uit kan.")
    return redirect(question)


@login_required
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    question = question_or_404(request, pk)
    if not rules.wrote(request.user, question):
        raise Http404
    form = ChangeForm(request.POST or None, question=question, person=request.user)
    if request.method == "POST" and form.is_valid():
        note = form.cleaned_data["note"]
        with transaction.atomic():
            count_traces(form.decisions)
            actions.change(question, form.asked(), note=note, by=request.user)
        return redirect(question)
    context = {"form": form, "question": question, "title": "Je vraag bewerken"}
    return render(request, "questions/edit.html", context, status=422 if form.is_bound else 200)


@login_required
def edit_answer(request: HttpRequest, pk: int) -> HttpResponse:
    row = answer_or_404(request, pk)
    if not rules.wrote(request.user, row):
        raise Http404
    form = ChangeAnswerForm(request.POST or None, row=row, person=request.user)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        with transaction.atomic():
            count_traces(form.decisions)
            answering_actions.change_answer(
                row, text=data["text"], note=data["note"], by=request.user
            )
        return redirect(row)
    context = {"form": form, "question": row.question, "title": "Je antwoord bewerken"}
    return render(request, "questions/edit.html", context, status=422 if form.is_bound else 200)
