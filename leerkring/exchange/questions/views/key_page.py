"""The page behind a key; and what a key decides about a question."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from leerkring.exchange.questions.forms import OutcomeForm
from leerkring.exchange.questions.handing_forms import OtherWordsForm, WordForm
from leerkring.exchange.questions.models import Handover, Question


def key_page(
    request: HttpRequest,
    opened: Handover | Question,
    *,
    said: str = "",
    words: OtherWordsForm | None = None,
    word: WordForm | None = None,
    outcome: OutcomeForm | None = None,
) -> HttpResponse:
    """What the holder of a key sees. Answers only if they may read the question: the key says who
    asked, not who is in a circle today."""
    context: dict[str, Any] = {"key": request.POST.get("key", ""), "said": said}
    status = 422 if any(form and form.errors for form in (words, word, outcome)) else 200
    if isinstance(opened, Handover):
        initial = {"title": opened.title, "text": opened.text}
        context |= {"handover": opened, "words": words or OtherWordsForm(initial=initial)}
        return render(request, "questions/key.html", context, status=status)
    seen = Question.objects.visible_to(request.user).filter(pk=opened.pk).exists()
    answers = opened.answers.filter(retraction=None).order_by("pk")[:50] if seen else []
    context |= {
        "question": opened,
        "seen": seen,
        "answers": answers,
        "acceptance": getattr(opened, "acceptance", None),
        "told": getattr(opened, "outcome", None),
        "word": word or WordForm(),
        "outcome": outcome or OutcomeForm(),
    }
    return render(request, "questions/key.html", context, status=status)
