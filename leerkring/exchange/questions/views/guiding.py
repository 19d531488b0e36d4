"""In the hands of who guides: questions to post and words to pass on, of nobody knows whom."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from leerkring.exchange.questions import handing_actions
from leerkring.exchange.questions.handing_forms import PostForForm, SendBackForm, WordForm
from leerkring.exchange.questions.models import Handover, Word
from leerkring.exchange.questions.views.gate import handover_or_404, word_or_404
from leerkring.foundation.language.checking_actions import count_traces


@login_required
def index(request: HttpRequest) -> HttpResponse:
    handovers = Handover.objects.for_guide(request.user).select_related("circle")[:100]
    words = Word.objects.for_guide(request.user).select_related("question__circle")[:100]
    context = {"handovers": handovers, "words": words}
    return render(request, "questions/handovers.html", context)


@login_required
def show(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Look it over, choose its readers, post it."""
    handover = handover_or_404(request, pk)
    form = PostForForm(request.POST or None, handover=handover, person=request.user)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            count_traces(form.decisions)
            question = handing_actions.post_for(handover, form.asked(), by=request.user)
        return redirect(question)
    return _page(request, handover, form, SendBackForm())


@login_required
@require_POST
def sending_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    handover = handover_or_404(request, pk)
    form = SendBackForm(request.POST)
    if not form.is_valid():
        return _page(request, handover, PostForForm(handover=handover, person=request.user), form)
    count_traces(form.decisions)
    handing_actions.ask_for_other_words(handover, form.cleaned_data["remark"])
    messages.success(request, "Wie de sleutel heeft, leest wat je schreef.")
    return redirect("questions:handovers")


def _page(request: HttpRequest, handover: Handover, form: Any, back: Any) -> HttpResponse:
    status = 422 if form.is_bound or back.is_bound else 200
    context = {"handover": handover, "form": form, "back": back}
    return render(request, "questions/handover.html", context, status=status)


@login_required
def word(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Pass it on below the question; or not."""
    row = word_or_404(request, pk)
    if request.method == "POST" and "weg" in request.POST:
        row.delete()
        return redirect("questions:handovers")
    form = WordForm(request.POST or None, initial={"text": row.text})
    if request.method == "POST" and form.is_valid():
        count_traces(form.decisions)
        question = row.question
        handing_actions.pass_word_on(row, text=form.cleaned_data["text"], by=request.user)
        return redirect(question)
    context = {"word": row, "form": form}
    return render(request, "questions/word.html", context, status=422 if form.is_bound else 200)
