"""The desk: drafts that editors share."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_POST

from leerkring.practice.instruments.actions import begin_draft
from leerkring.practice.instruments.draft_actions import (
    ChangedMeanwhile,
    TooMany,
    add_row,
    move_row,
    remove_row,
    save_sheet,
    throw_away,
)
from leerkring.practice.instruments.forms import BeginForm, base_in
from leerkring.practice.instruments.models import InstrumentDraft
from leerkring.practice.instruments.queries import drafts, next_untranslated, posted_on, remarks_on
from leerkring.practice.instruments.remarks import Kind, Remark
from leerkring.practice.instruments.sheets import MOST_ROWS
from leerkring.practice.instruments.views.draft_page import page_of
from leerkring.practice.instruments.views.gate import draft_or_404, for_editors
from leerkring.practice.scans.dimensions import Dimension

MOVES = {"op": -1, "neer": 1}


@for_editors
def index(request: HttpRequest) -> HttpResponse:
    return render(request, "instruments/drafts.html", {"drafts": drafts()[:200]})


@for_editors
def new(request: HttpRequest) -> HttpResponse:
    form = BeginForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        draft = begin_draft(**form.cleaned_data, by=request.user)
        return redirect("instruments:draft", draft.pk)
    status = 422 if request.method == "POST" else 200
    return render(request, "instruments/new.html", {"form": form}, status=status)


@for_editors
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Every button saves the whole page first, so that no button loses what was typed."""
    draft = draft_or_404(pk)
    if request.method != "POST":
        opened = request.GET.get("open", "")
        return render(request, "instruments/draft.html", page_of(draft, draft.sheet, opened))
    sheet = posted_on(draft, request.POST)
    try:
        save_sheet(draft, sheet, base=base_in(request.POST), by=request.user)
    except ChangedMeanwhile:
        context = page_of(draft, sheet) | {"meanwhile": draft.saved_by}
        return render(request, "instruments/draft.html", context, status=422)
    return redirect(_after(request, draft))


@for_editors
@require_POST
def check(request: HttpRequest, pk: int) -> JsonResponse:
    """What is wrong with the page as it stands now; nothing is kept."""
    draft = draft_or_404(pk)
    remarks = remarks_on(draft, posted_on(draft, request.POST))
    rows: dict[str, list[dict[str, Any]]] = {}
    for remark in remarks:
        if remark.row is not None:
            told = {"fault": remark.kind is Kind.FAULT, "text": str(remark)}
            rows.setdefault(str(remark.row), []).append(told)
    summary = render_to_string("instruments/_remarks.html", {"remarks": remarks})
    return JsonResponse({"summary": summary, "rows": rows, "counts": _counts(remarks)})


@for_editors
@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    draft = draft_or_404(pk)
    throw_away(draft, by=request.user)
    messages.success(request, f"Het concept «{draft}» is weg.")
    return redirect("instruments:drafts")


def _counts(remarks: tuple[Remark, ...]) -> str:
    faults = sum(remark.kind is Kind.FAULT for remark in remarks)
    return f"Nog te doen: {faults}. Om over na te denken: {len(remarks) - faults}."


def _after(request: HttpRequest, draft: InstrumentDraft) -> str:
    """Do what the button asked for, and say where to go on."""
    page = reverse("instruments:draft", args=[draft.pk])
    verb, _, what = request.POST.get("do", "").partition(":")
    if verb == "verder":
        return reverse("instruments:publication", args=[draft.pk])
    if not verb or verb == "bewaren":
        messages.success(request, "Bewaard.")
        if draft.translates and what.isdigit():
            what = str(next_untranslated(draft, int(what)) or "")
        return f"{page}?open={what}#stelling-{what}" if what.isdigit() else page
    if draft.translates:
        raise Http404  # a translation has the statements of its source
    return page + _change_rows(request, draft, verb, what)


def _change_rows(request: HttpRequest, draft: InstrumentDraft, verb: str, what: str) -> str:
    """Add, move or take away a statement; says where on the page that is."""
    if verb == "erbij" and what in set(Dimension):
        try:
            what = str(add_row(draft, Dimension(what)).pk)
        except TooMany:
            messages.error(request, f"Een vragenlijst heeft hoogstens {MOST_ROWS} stellingen.")
            return ""
    elif verb in MOVES and what.isdigit():
        move_row(draft, int(what), by_places=MOVES[verb])
    elif verb == "weg" and what.isdigit():
        remove_row(draft, int(what))
        messages.success(request, "De stelling is weg.")
        return "#stellingen"
    return f"?open={what}#stelling-{what}" if what.isdigit() else ""
