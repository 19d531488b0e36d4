"""The page behind a key; and what a key decides about a question."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from leerkring.exchange.questions.forms import OutcomeForm
from leerkring.exchange.questions.handing_forms import OtherWordsForm, WordForm
from leerkring.exchange.questions.handing_queries import who_pass_on
from leerkring.exchange.questions.models import Handover, Question
from leerkring.network.circles.rules import has_no_guide


def key_page(
    request: HttpRequest, opened: Handover | Question, *, said: str = "", **sent: Any
) -> HttpResponse:
    """What the holder of a key sees. `sent` are forms that are shown again, by name: `words`,
    `word` and `outcome`."""
    about = _of_handover(opened) if isinstance(opened, Handover) else _of_question(request, opened)
    context = {**about, **sent, "key": request.POST.get("key", ""), "said": said}
    status = 422 if any(form.errors for form in sent.values()) else 200
    return render(request, "questions/key.html", context, status=status)


def _of_handover(handover: Handover) -> dict[str, Any]:
    initial = {"title": handover.title, "text": handover.text}
    waits = handover.circle is not None and has_no_guide(handover.circle)
    return {"handover": handover, "waits": waits, "words": OtherWordsForm(initial=initial)}


def _of_question(request: HttpRequest, question: Question) -> dict[str, Any]:
    """Answers only for who may read the question: the key says who asked, not who is in a circle
    today."""
    seen = Question.objects.visible_to(request.user).filter(pk=question.pk).exists()
    return {
        "question": question,
        "seen": seen,
        "answers": question.answers.filter(retraction=None).order_by("pk")[:50] if seen else [],
        "acceptance": getattr(question, "acceptance", None),
        "told": getattr(question, "outcome", None),
        "word": WordForm(),
        "waits": not who_pass_on(question),
        "outcome": OutcomeForm(),
    }
