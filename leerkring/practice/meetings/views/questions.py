"""Questions that people bring along, and what came of them."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST

from leerkring.foundation.language.checking_actions import count_traces
from leerkring.network.circles.views.gate import out_of_sight, tried
from leerkring.network.themes.models import Theme
from leerkring.practice.meetings import bringing_actions as actions
from leerkring.practice.meetings.models import BroughtQuestion, Meeting
from leerkring.practice.meetings.page_queries import questions_of
from leerkring.practice.meetings.programme_queries import places_in
from leerkring.practice.meetings.question_forms import AnswerForm, QuestionForm
from leerkring.practice.meetings.rules import may_lead, may_take_part
from leerkring.practice.meetings.views.gate import (
    known,
    led_meeting,
    shown,
    to_page,
    visible_meeting,
)


def index(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    meeting = known(request, pk)
    if meeting is None:
        return out_of_sight(request)
    form = _form(request, meeting) if _may_ask(request.user, meeting) else None
    return _page(request, meeting, form)


@login_required
@require_POST
def put(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    meeting = visible_meeting(request, pk)
    if not may_take_part(request.user, meeting):
        raise Http404
    form = _form(request, meeting, request.POST)
    if not form.is_valid():
        return _page(request, meeting, form)
    if tried(request, lambda: actions.put_question(meeting, by=request.user, **form.said())):
        count_traces(form.decisions)
        messages.success(request, "Je vraag gaat mee. De organisator zoekt er een plek voor.")
    return to_page(meeting, "vragen/", "#top")


@login_required
@require_POST
def attach(request: HttpRequest, pk: int, slug: str, question_id: int) -> HttpResponse:
    meeting = led_meeting(request, pk)
    question = _question(request, meeting, question_id)
    nowhere = ("", None, None)
    _, block, strand = places_in(meeting).get(request.POST.get("blok", ""), nowhere)
    table = request.POST.get("tafel", "")
    number = int(table) if table.isascii() and table.isdecimal() and len(table) < 4 else None
    actions.attach(question, block, strand=strand, table=number)
    if "thema" in request.POST:
        themes = {str(theme.pk): theme for theme in Theme.objects.current()}
        actions.say_theme(question, themes.get(request.POST["thema"]))
    return _back(meeting, question)


@login_required
@require_POST
def answer(request: HttpRequest, pk: int, slug: str, question_id: int) -> HttpResponse:
    meeting = led_meeting(request, pk)
    question = _question(request, meeting, question_id)
    form = AnswerForm(request.POST, person=request.user, question=question)
    if not form.is_valid():
        asking = _form(request, meeting) if _may_ask(request.user, meeting) else None
        return _page(request, meeting, asking, {question.pk: form})
    with transaction.atomic():
        count_traces(form.decisions)
        actions.answer_question(question, form.cleaned_data["text"], by=request.user)
    return _back(meeting, question)


@login_required
@require_POST
def take_back(request: HttpRequest, pk: int, slug: str, question_id: int) -> HttpResponse:
    meeting = visible_meeting(request, pk)
    question = _question(request, meeting, question_id)
    if question.by_id != request.user.pk:
        raise Http404
    actions.take_back(question)
    messages.success(request, "Je vraag gaat niet mee.")
    return to_page(meeting, "vragen/")


def _form(request: HttpRequest, meeting: Meeting, sent: Any = None) -> QuestionForm:
    leads = may_lead(request.user, meeting)
    return QuestionForm(sent, person=request.user, meeting=meeting, leads=leads)


def _may_ask(person: Any, meeting: Meeting) -> bool:
    return may_take_part(person, meeting) and meeting.starts_at > timezone.now()


def _page(
    request: HttpRequest, meeting: Meeting, form: Any, wrong: dict[int, AnswerForm] | None = None
) -> HttpResponse:
    """`wrong` are answers that are not kept yet, by the number of their question."""
    leads, wrong = may_lead(request.user, meeting), wrong or {}
    questions = list(questions_of(request.user, meeting))
    for question in questions:
        question.answering = wrong.get(question.pk)
    return shown(
        *(request, "questions", meeting),
        status=422 if wrong or (form is not None and form.errors) else 200,
        form=form,
        questions=questions,
        places=_places(meeting) if leads else [],
        themes=list(Theme.objects.current()) if leads else [],
        is_draft=not meeting.is_announced,
    )


def _places(meeting: Meeting) -> list[tuple[str, str]]:
    return [(key, label) for key, (label, _, _) in places_in(meeting).items()]


def _question(request: HttpRequest, meeting: Meeting, question_id: int) -> BroughtQuestion:
    found: BroughtQuestion = get_object_or_404(questions_of(request.user, meeting), pk=question_id)
    return found


def _back(meeting: Meeting, question: BroughtQuestion) -> HttpResponse:
    answer: HttpResponse = to_page(meeting, "vragen/", f"#vraag-{question.pk}")
    return answer
