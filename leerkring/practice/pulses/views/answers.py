"""Three taps: open the link, tap, send."""

from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from leerkring.practice.pulses.actions import Full, TooLate, hand_in
from leerkring.practice.pulses.answer_forms import AnswerForm
from leerkring.practice.pulses.models import Pulse
from leerkring.practice.pulses.views.gate import behind_link


@behind_link
def answer(request: HttpRequest, pulse: Pulse) -> HttpResponse:
    form = AnswerForm(pulse, request.POST or None)
    if request.method != "POST":
        return _door(request, pulse, form)
    if not form.is_valid() or form.needs_look:
        return _door(request, pulse, form)
    try:
        hand_in(pulse, mark=form.cleaned_data["mark"], answers=form.answers, text=form.masked_text)
    except TooLate:
        return _closed(request, pulse)
    except Full:
        return render(request, "pulses/full.html", {"pulse": pulse}, status=409)
    return redirect("pulses:thanks", pulse.code)


@behind_link
def thanks(request: HttpRequest, pulse: Pulse) -> HttpResponse:
    return render(request, "pulses/thanks.html", {"pulse": pulse})


def _door(request: HttpRequest, pulse: Pulse, form: AnswerForm) -> HttpResponse:
    now = timezone.now()
    if pulse.is_waiting(now):
        return render(request, "pulses/waiting.html", {"pulse": pulse})
    if not pulse.takes_answers(now):
        return _closed(request, pulse)
    context = {
        "pulse": pulse,
        "kind": pulse.as_kind,
        "form": form,
        "mark": form.data.get("mark") or uuid4().hex,
        "ends": form.instrument.ends,
    }
    return render(request, "pulses/answer.html", context, status=422 if form.errors else 200)


def _closed(request: HttpRequest, pulse: Pulse) -> HttpResponse:
    """What the organisers do with it is still to be read here."""
    return render(request, "pulses/closed.html", {"pulse": pulse}, status=410)
