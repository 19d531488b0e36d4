"""What only who asked may say, said with a key: this helped, not needed, this came of it."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from leerkring.exchange.questions import answering_actions
from leerkring.exchange.questions.actions import close
from leerkring.exchange.questions.forms import OutcomeForm
from leerkring.exchange.questions.handing_actions import say_a_word
from leerkring.exchange.questions.models import Answer, Handover, Question
from leerkring.exchange.questions.views.handing import Opened, before_strangers, with_key
from leerkring.exchange.questions.views.key_page import key_page
from leerkring.foundation.language.checking_actions import count_traces

PASSED_ON = "Bedankt. De begeleider leest eerst wat je schreef, en zet het dan onder de vraag."


@never_cache
@require_POST
def acceptance(request: HttpRequest) -> HttpResponse:
    def answer(opened: Opened) -> HttpResponse:
        if isinstance(opened, Handover) or opened.is_closed:
            return key_page(request, opened)
        number = request.POST.get("antwoord", "")
        asked = int(number) if number.isascii() and number.isdecimal() and len(number) < 18 else 0
        seen = Answer.objects.visible_to(request.user)
        answering_actions.accept(get_object_or_404(seen, pk=asked, question=opened), by=None)
        return key_page(request, Question.objects.get(pk=opened.pk), said="Fijn dat het hielp.")

    return with_key(request, answer)


@never_cache
@require_POST
def closing(request: HttpRequest) -> HttpResponse:
    def answer(opened: Opened) -> HttpResponse:
        if isinstance(opened, Handover) or opened.is_settled:
            return key_page(request, opened)
        close(opened, by=None)
        return key_page(request, Question.objects.get(pk=opened.pk), said="De vraag is gesloten.")

    return with_key(request, answer)


@never_cache
@require_POST
def outcome(request: HttpRequest) -> HttpResponse:
    def answer(opened: Opened) -> HttpResponse:
        form = before_strangers(request, OutcomeForm(request.POST))
        if isinstance(opened, Handover) or not hasattr(opened, "acceptance"):
            return key_page(request, opened)
        if not form.is_valid():
            return key_page(request, opened, outcome=form)
        count_traces(form.decisions)
        said = _told(opened, **form.cleaned_data, unread=not request.user.is_authenticated)
        return key_page(request, Question.objects.get(pk=opened.pk), said=said)

    return with_key(request, answer)


@transaction.atomic
def _told(question: Question, *, worked: str, text: str, unread: bool) -> str:
    """What a stranger writes is not asked about names, so who guides reads it first: all of it, or
    its being there or not would tell which names are known."""
    own_words = None if unread else text
    answering_actions.say_what_came_of_it(question, worked=worked, text=own_words, by=None)
    if not unread or not text:
        return "Bedankt."
    say_a_word(question, text)
    return PASSED_ON
