"""Working on a report: words, photos, agreeing, bringing out."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from leerkring.foundation.design.glyphs import left_out
from leerkring.foundation.language.checking_actions import count_traces
from leerkring.practice.pulses.rules import leads
from leerkring.practice.reports import actions
from leerkring.practice.reports.feedback_queries import running_of, to_choose
from leerkring.practice.reports.forms import PhotoForm, WordsForm
from leerkring.practice.reports.models import Report
from leerkring.practice.reports.queries import account_of, circles_of, hints_in
from leerkring.practice.reports.rules import is_agreed, may_agree
from leerkring.practice.reports.views.gate import edited_meeting, edited_report


@login_required
def show(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """The first look begins the report."""
    report = actions.begin_report(edited_meeting(request, pk), by=request.user)
    if request.method != "POST":
        return _page(request, report, WordsForm(report=report, reader=request.user))
    form = WordsForm(request.POST, report=report, reader=request.user)
    if not form.is_valid():
        return _page(request, report, form)
    actions.write(report, lead=form.cleaned_data["lead"], parts=form.parts(), by=request.user)
    count_traces(form.decisions)
    messages.success(request, "Bewaard. Zo ziet het verslag er nu uit.")
    return _back(report)


@login_required
@require_POST
def add_photo(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    report = edited_report(request, pk)
    form = PhotoForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, report, WordsForm(report=report, reader=request.user), form)
    actions.add_photo(report, by=request.user, **form.cleaned_data)
    messages.success(request, "De foto staat erbij.")
    return _back(report)


@login_required
@require_POST
def remove_photo(request: HttpRequest, pk: int, slug: str, photo_id: int) -> HttpResponse:
    report = edited_report(request, pk)
    actions.remove_photo(get_object_or_404(report.photos, pk=photo_id), by=request.user)
    messages.success(request, "De foto is weg, ook uit wat al uit was.")
    return _back(report)


@login_required
@require_POST
def agree(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    return _done(request, pk, actions.agree, "Je bent akkoord. Het verslag mag uit.")


@login_required
@require_POST
def bring_out(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    report = edited_report(request, pk)
    seen = account_of(report).told_to(circles_of(request.user))
    if hints_in(seen) and "gelezen" not in request.POST:
        messages.error(request, "Kijk eerst naar de woorden die misschien naar iemand wijzen.")
        return _back(report)
    return _done(request, pk, actions.bring_out, "Het verslag is uit.")


@login_required
@require_POST
def take_back(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    return _done(request, pk, actions.take_back, "Lezers zien het verslag niet meer.")


@login_required
@require_POST
def begin_post(request: HttpRequest, pk: int, slug: str, kind: str) -> HttpResponse:
    report = edited_report(request, pk)
    if kind not in ("blog", "example"):
        raise Http404
    post = actions.begin_post(report, kind, by=request.user)
    return redirect("posts:desk", post.pk)


def _done(request: HttpRequest, pk: int, act: Any, said: str) -> HttpResponse:
    report = edited_report(request, pk)
    try:
        act(report, by=request.user)
    except ValidationError as fault:
        messages.error(request, " ".join(fault.messages))
    else:
        messages.success(request, said)
    return _back(report)


def _back(report: Report) -> HttpResponse:
    return redirect("reports:desk", report.meeting_id, report.meeting.slug)


def _page(
    request: HttpRequest, report: Report, form: WordsForm, photo_form: PhotoForm | None = None
) -> HttpResponse:
    whole = account_of(report)
    account = whole.told_to(circles_of(request.user))
    wrong = bool(form.errors or (photo_form and photo_form.errors))
    context = {
        "meeting": report.meeting,
        "report": report,
        "form": form,
        "photo_form": photo_form or PhotoForm(),
        "photos": report.photos.all(),
        "account": account,
        "to_choose": to_choose(report.meeting),
        "running": running_of(report.meeting),
        "may_close": leads(request.user, report.meeting),
        "hints": hints_in(account),
        "unprinted": left_out([account.title, account.place, *account.texts]),
        "agreed": report.approvals.filter(fingerprint=whole.fingerprint).select_related("by"),
        "is_agreed": is_agreed(report, whole),
        "may_agree": may_agree(request.user, report),
        "publication": getattr(report, "publication", None),
    }
    return render(request, "reports/desk.html", context, status=422 if wrong else 200)
