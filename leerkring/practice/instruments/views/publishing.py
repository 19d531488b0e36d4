"""A draft on its way out: try it, look at what changes, publish."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from leerkring.practice.instruments.actions import NothingNew, NotReady, publish
from leerkring.practice.instruments.answer_words import dont_know_in, steps_of
from leerkring.practice.instruments.checking import has_faults
from leerkring.practice.instruments.models import InstrumentDraft
from leerkring.practice.instruments.queries import (
    change_since_source,
    next_version,
    remarks_on,
)
from leerkring.practice.instruments.sheets import instrument_of
from leerkring.practice.instruments.views.gate import draft_or_404, for_editors
from leerkring.practice.instruments.views.versions import address_of
from leerkring.practice.scans.languages import LANGUAGES


@for_editors
def publication(request: HttpRequest, pk: int) -> HttpResponse:
    draft = draft_or_404(pk)
    if request.method == "POST":
        return _publish(request, draft)
    sheet = draft.sheet
    remarks = remarks_on(draft, sheet)
    ready = not has_faults(remarks)
    context = {
        "draft": draft,
        "remarks": remarks,
        "ready": ready,
        "number": next_version(draft),
        "difference": change_since_source(draft, instrument_of(sheet)) if ready else None,
        "language": LANGUAGES[sheet.language],
    }
    return render(request, "instruments/publication.html", context)


@for_editors
def try_out(request: HttpRequest, pk: int) -> HttpResponse:
    """The draft as somebody sees it who answers. Nothing is kept: no answer is even sent."""
    draft = draft_or_404(pk)
    sheet = draft.sheet
    if has_faults(remarks_on(draft, sheet)):
        messages.error(request, "Eerst moeten de fouten eruit. Dan kun je de vragenlijst proberen.")
        return redirect("instruments:draft", pk)
    instrument = instrument_of(sheet)
    asked = request.GET.get("stelling", "1")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 5 else 0
    if not 1 <= number <= len(instrument.items) + 1:
        raise Http404
    context = {
        "draft": draft,
        "number": number,
        "count": len(instrument.items),
        "item": instrument.items[number - 1] if number <= len(instrument.items) else None,
        "steps": steps_of(instrument),
        "dont_know": dont_know_in(instrument),
        "language": LANGUAGES[instrument.language],
    }
    return render(request, "instruments/try_out.html", context)


def _publish(request: HttpRequest, draft: InstrumentDraft) -> HttpResponse:
    try:
        version = publish(draft, by=request.user)
    except NotReady:
        messages.error(request, "Er staan nog fouten in. Los die eerst op.")
        return redirect("instruments:draft", draft.pk)
    except NothingNew as known:
        messages.info(request, f"Hierin staat precies hetzelfde als in «{known.version}».")
        return redirect("instruments:draft", draft.pk)
    except InstrumentDraft.DoesNotExist as gone:
        raise Http404 from gone
    messages.success(request, f"«{version}» is gepubliceerd. Een nieuwe ronde kan haar kiezen.")
    return redirect(address_of(version))
