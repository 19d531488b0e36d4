"""A question with its answers."""

from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape

from leerkring.exchange.questions import rules
from leerkring.exchange.questions.forms import AnswerForm
from leerkring.exchange.questions.models import Question
from leerkring.exchange.questions.page_queries import page_of, themes_on
from leerkring.exchange.questions.reading_queries import draft_of
from leerkring.exchange.questions.views.gate import out_of_sight, visible_question


def show(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    question = visible_question(request, pk)
    if question is None:
        return out_of_sight(request)
    if slug != (question.slug or "vraag"):
        return redirect(question, permanent=True)
    return render(request, "questions/show.html", page_context(request, question))


@cache
def _stem(name: str) -> str:
    """An address of something about a row, without the row."""
    return escape(reverse(name, args=["x", 0]).removesuffix("x/0/"))


def ways_on(question: Question) -> dict[str, str]:
    """Where buttons and links lead: the beginnings of addresses, since a page has a hundred."""
    return {
        "thanks": _stem("remarks:thanks"),
        "remark": _stem("remarks:add"),
        "flag": _stem("moderation:flag"),
        "accept": escape(reverse("questions:acceptance", args=[question.pk])),
    }


def page_context(request: HttpRequest, question: Question, form: Any = None) -> dict[str, Any]:
    """`form` is one that was sent and is shown again."""
    person = request.user
    at = request.GET.get("antwoord", "")
    standing = rules.standing_of(person, question)
    if form is None and standing.says and not question.is_closed:
        form = AnswerForm(person=person, question=question, draft=draft_of(person, question))
    return {
        "question": question,
        "ways": ways_on(question),
        "page": page_of(question, person, now=timezone.now(), at=at),
        "themes": themes_on(question.pk),
        "outcome": getattr(question, "outcome", None),
        "form": form,
        "may_say": standing.says,
        "may_accept": rules.may_accept(person, question),
        "may_close": rules.may_close(person, question),
        "may_edit": rules.wrote(person, question),
        "may_tell": rules.may_tell_outcome(person, question),
        "keeps_order": standing.orders,
    }
