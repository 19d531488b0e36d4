"""Giving a question to who guides, without a name; and what one can do with the key.

Nothing here is written down about who is at the other end: no session, no message, no record. The
key travels in the body of a POST, so that it stands in no address and no log.
"""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from leerkring.exchange.questions import handing_actions
from leerkring.exchange.questions.actions import throw_draft_away
from leerkring.exchange.questions.handing_actions import NoSuchKey
from leerkring.exchange.questions.handing_forms import HandForm, KeyForm, OtherWordsForm, WordForm
from leerkring.exchange.questions.models import Handover, Question
from leerkring.exchange.questions.views.key_page import key_page
from leerkring.exchange.questions.views.pace import goes_too_fast
from leerkring.foundation.language.checking_actions import count_traces

WRONG = "Deze sleutel past nergens op. Kijk of hij goed is overgenomen."
Opened = Handover | Question


@never_cache
@login_required
def hand_over(request: HttpRequest) -> HttpResponse:
    form = HandForm(request.POST or None, person=request.user)
    if request.method != "POST" or not form.is_valid() or goes_too_fast(request, form):
        status = 422 if form.is_bound else 200
        return render(request, "questions/hand_over.html", {"form": form}, status=status)
    data = form.cleaned_data
    with transaction.atomic():
        count_traces(form.decisions)
        key = handing_actions.hand_over(data["title"], data["text"], circle=data["circle"])
        throw_draft_away(request.user)  # it might hold the same words
    return render(request, "questions/handed_over.html", {"key": key, "circle": data["circle"]})


@never_cache
def key(request: HttpRequest) -> HttpResponse:
    """What became of it, for who holds the key."""
    if request.method != "POST":
        return render(request, "questions/key_form.html", {"form": KeyForm()})
    return with_key(request, lambda opened: key_page(request, opened))


def before_strangers(request: HttpRequest, form: Any) -> Any:
    """A key opens without signing in: then a question about a name would tell who takes part."""
    form.knows_people = request.user.is_authenticated
    return form


def with_key(request: HttpRequest, answer: Callable[[Any], HttpResponse]) -> HttpResponse:
    form = KeyForm(request.POST)
    try:
        if form.is_valid():
            return answer(handing_actions.opened(form.cleaned_data["key"]))
    except NoSuchKey:
        form.add_error("key", WRONG)
    return render(request, "questions/key_form.html", {"form": form}, status=422)


@never_cache
@require_POST
def other_words(request: HttpRequest) -> HttpResponse:
    """The asker says it otherwise, as long as it is not posted."""

    def answer(opened: Opened) -> HttpResponse:
        if not isinstance(opened, Handover):
            return key_page(request, opened)
        form = before_strangers(request, OtherWordsForm(request.POST))
        if not form.is_valid():
            return key_page(request, opened, words=form)
        count_traces(form.decisions)
        data = form.cleaned_data
        handing_actions.say_otherwise(opened, title=data["title"], text=data["text"])
        return key_page(request, opened, said="Je vraag is veranderd.")

    return with_key(request, answer)


@never_cache
@require_POST
def to_moderators(request: HttpRequest) -> HttpResponse:
    """Where nobody guides any more: the asker need not wait."""

    def answer(opened: Opened) -> HttpResponse:
        if isinstance(opened, Handover):
            handing_actions.give_to_moderators(opened)
        return key_page(request, opened)

    return with_key(request, answer)


@never_cache
@require_POST
def taking_back(request: HttpRequest) -> HttpResponse:
    def answer(opened: Opened) -> HttpResponse:
        if not isinstance(opened, Handover):
            return key_page(request, opened)
        handing_actions.take_out_of_hands(opened)
        said = {"form": KeyForm(), "said": "Je vraag is weg. Niemand stelt hem nog."}
        return render(request, "questions/key_form.html", said)

    return with_key(request, answer)


@never_cache
@require_POST
def word(request: HttpRequest) -> HttpResponse:
    """Something for who guides to pass on."""

    def answer(opened: Opened) -> HttpResponse:
        form = before_strangers(request, WordForm(request.POST))
        if not isinstance(opened, Question) or not form.is_valid():
            return key_page(request, opened, word=form)
        count_traces(form.decisions)
        handing_actions.say_a_word(opened, form.cleaned_data["text"])
        return key_page(request, opened, said="De begeleider geeft het door.")

    return with_key(request, answer)
