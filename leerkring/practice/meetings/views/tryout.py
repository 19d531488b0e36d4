"""Trying the programme out before day one, and taking the timings over."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from leerkring.network.circles.views.gate import posted
from leerkring.practice.meetings.bringing_forms import TryOutForm
from leerkring.practice.meetings.models import Meeting, Run
from leerkring.practice.meetings.programme_actions import LONGEST
from leerkring.practice.meetings.programme_queries import runs_of
from leerkring.practice.meetings.run_actions import begin_try_out, simulate, take_over, write_in
from leerkring.practice.meetings.views.gate import bad, led_meeting, shown, to_page


@login_required
def index(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    meeting = led_meeting(request, pk)
    first = {"kind": Run.Kind.SIMULATED, "people": meeting.places or 24}
    form = TryOutForm(posted(request), initial=first)
    if request.method == "POST" and form.is_valid():
        is_sum = form.cleaned_data["kind"] == Run.Kind.SIMULATED
        begin = simulate if is_sum else begin_try_out
        run = begin(meeting, people=form.cleaned_data["people"], by=request.user)
        return to_page(meeting, f"proef/{run.pk}/")
    return shown(request, "tryouts", meeting, status=bad(form), form=form, runs=runs_of(meeting))


@login_required
def show(request: HttpRequest, pk: int, slug: str, run_id: int) -> HttpResponse:
    meeting = led_meeting(request, pk)
    run = _run(meeting, run_id)
    if request.method == "POST":
        if run.kind == Run.Kind.SIMULATED:
            raise Http404
        write_in(run, _written(request, run))
        if "overnemen" in request.POST:
            return _taken_over(request, meeting, run)
        messages.success(request, "Bewaard.")
        return to_page(meeting, f"proef/{run.pk}/")
    held = list(run.held.all())
    planned, took = sum(h.block.minutes for h in held), sum(h.minutes for h in held)
    return shown(request, "tryout", meeting, run=run, held=held, planned=planned, took=took)


@login_required
@require_POST
def takeover(request: HttpRequest, pk: int, slug: str, run_id: int) -> HttpResponse:
    meeting = led_meeting(request, pk)
    return _taken_over(request, meeting, _run(meeting, run_id))


def _taken_over(request: HttpRequest, meeting: Meeting, run: Run) -> HttpResponse:
    moved = take_over(run, by=request.user)
    words = "onderdeel duurt nu anders" if moved == 1 else "onderdelen duren nu anders"
    messages.success(request, f"{moved} {words}." if moved else "Het draaiboek klopte al.")
    return to_page(meeting, "programma/")


def _run(meeting: Meeting, run_id: int) -> Run:
    found: Run = get_object_or_404(runs_of(meeting), pk=run_id)
    return found


def _written(request: HttpRequest, run: Run) -> dict[int, tuple[int, str]]:
    """Minutes and a remark per row; what is no number leaves the row as it was."""
    found = {}
    for held in run.held.all():
        minutes = request.POST.get(f"minuten-{held.pk}", "")
        if minutes.isdecimal() and len(minutes) < 5 and int(minutes) <= LONGEST:
            remark = " ".join(request.POST.get(f"opmerking-{held.pk}", "").split())[:500]
            found[held.pk] = (int(minutes), remark)
    return found
