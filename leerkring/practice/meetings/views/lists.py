"""The list of meetings, and a new one from a form of the library."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from leerkring.foundation.language.checking_actions import count_traces
from leerkring.network.circles.models import Circle
from leerkring.network.circles.views.gate import posted
from leerkring.practice.meetings.actions import make_meeting
from leerkring.practice.meetings.agenda_actions import begin_with_what_wrings
from leerkring.practice.meetings.comeback_actions import CAME_BACK, bring_back
from leerkring.practice.meetings.copying_actions import borrow_programme, copy_meeting
from leerkring.practice.meetings.forms import BEGIN, PlanForm
from leerkring.practice.meetings.library import form_named, library
from leerkring.practice.meetings.models import Meeting
from leerkring.practice.meetings.page_queries import lists_for, to_copy
from leerkring.practice.meetings.rules import guided_circles, may_lead, may_make
from leerkring.practice.meetings.views.gate import bad, shown, to_page, visible_meeting

EMPTY, LONGEST_SEARCH = "leeg", 100


def index(request: HttpRequest) -> HttpResponse:
    context = lists_for(request.user, timezone.now(), request.GET.get("na", ""))
    context["may_make"] = may_make(request.user)
    return render(request, "meetings/list.html", context)


@login_required
def choose(request: HttpRequest) -> HttpResponse:
    if not may_make(request.user):
        raise Http404
    words = request.GET.get("zoek", "")[:LONGEST_SEARCH].replace("\x00", "")
    chosen = form_named(request.GET.get("vorm", ""))
    circle = _circle(request)
    context = {
        "forms": library(),
        "earlier": to_copy(request.user, words, chosen.code if chosen else ""),
        "words": words,
        "chosen": chosen,
        "empty": EMPTY,
        "circle": circle,
        "query": f"?kring={circle.pk}" if circle else "",
    }
    return render(request, "meetings/choose.html", context)


@login_required
def new(request: HttpRequest, code: str) -> HttpResponse:
    chosen = form_named(code)
    if not may_make(request.user) or (chosen is None and code != EMPTY):
        raise Http404
    circle = _circle(request)
    start = BEGIN | ({"begins": chosen.begins} if chosen else {})
    start |= {"circle": circle.pk} if circle else {}
    form = PlanForm(posted(request), person=request.user, initial=start)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            count_traces(form.decisions)
            meeting = make_meeting(form.plan(), by=request.user, form=chosen)
        messages.success(request, "Het concept staat klaar. Alleen jij ziet het nog.")
        _begin(request, meeting)
        return to_page(meeting, "programma/")
    return render(request, "meetings/new.html", {"form": form, "chosen": chosen}, status=bad(form))


@login_required
def copy(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    source = visible_meeting(request, pk)
    leads = may_lead(request.user, source)
    if not may_make(request.user) or not (leads or source.is_announced):
        raise Http404
    form = PlanForm(posted(request), person=request.user, meeting=source, copy=True)
    if request.method == "POST" and form.is_valid():
        take = copy_meeting if leads else borrow_programme
        with transaction.atomic():
            count_traces(form.decisions)
            meeting = take(source, form.plan(), by=request.user)
        messages.success(request, "De kopie staat klaar als concept.")
        _begin(request, meeting)
        return redirect(meeting)
    words = {"title": "Maak een kopie", "button": "Maak de kopie", "borrows": not leads}
    return shown(request, "edit", source, status=bad(form), form=form, **words)


def _circle(request: HttpRequest) -> Circle | None:
    """The one of `?kring=`, for who guides it."""
    wanted = request.GET.get("kring", "")
    if not (wanted.isascii() and wanted.isdecimal() and len(wanted) < 19):
        return None
    found: Circle | None = guided_circles(request.user).filter(pk=int(wanted)).first()
    return found


def _begin(request: HttpRequest, meeting: Meeting) -> None:
    found = begin_with_what_wrings(meeting, by=request.user)
    if found:
        what = "een afspraak" if found == 1 else f"{found} afspraken"
        said = f"Partners zien {what} verschillend. Dat staat achteraan op het programma."
        messages.info(request, f"{said} Haal het weg als het niet past.")
    if bring_back(meeting, by=request.user):
        messages.info(request, CAME_BACK)
