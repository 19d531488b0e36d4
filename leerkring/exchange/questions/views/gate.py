"""The doors to questions. Out of sight is 404; a visitor is first asked to sign in."""

from typing import Any
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse

from leerkring.exchange.questions.models import Answer, Handover, Question, Word
from leerkring.exchange.questions.own_queries import own_answers, own_questions
from leerkring.foundation.statements.made_once import made_once

BESIDE = ("author", "circle__closing", "acceptance", "closing", "outcome")


def out_of_sight(request: HttpRequest) -> HttpResponse:
    """A visitor may sign in and then perhaps see it; for anyone else it does not exist."""
    if request.user.is_authenticated:
        raise Http404
    return redirect_to_login(request.get_full_path())


def visible_question(request: HttpRequest, pk: int) -> Question | None:
    found = _visible(request.user, pk)
    return found[0] if found else None


@made_once
def _visible(person: Any, pk: int) -> QuerySet[Question]:
    return Question.objects.visible_to(person).select_related(*BESIDE).filter(pk=pk)


def question_or_404(request: HttpRequest, pk: int) -> Question:
    """For pages where a visitor was asked to sign in before."""
    question = visible_question(request, pk)
    if question is None:
        raise Http404
    return question


def answer_or_404(request: HttpRequest, pk: int) -> Answer:
    answers = Answer.objects.visible_to(request.user).select_related("author", "question__circle")
    answer = answers.filter(pk=pk).first()
    if answer is None:
        raise Http404
    return answer


def question_to_take_back(request: HttpRequest, pk: int) -> Question:
    """One that this person sees; and their own, also after they went out of its circle."""
    return own_questions(request.user).filter(pk=pk).first() or question_or_404(request, pk)


def answer_to_take_back(request: HttpRequest, pk: int) -> Answer:
    """The same for an answer."""
    own = own_answers(request.user).select_related("question__circle").filter(pk=pk).first()
    return own or answer_or_404(request, pk)


def handover_or_404(request: HttpRequest, pk: UUID) -> Handover:
    """In the hands of who guides."""
    found = Handover.objects.for_guide(request.user).select_related("circle").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def word_or_404(request: HttpRequest, pk: UUID) -> Word:
    """Given to who guides, to be passed on."""
    words = Word.objects.for_guide(request.user).select_related("question__circle")
    word = words.filter(pk=pk).first()
    if word is None:
        raise Http404
    return word
