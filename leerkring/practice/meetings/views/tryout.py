"""Trying the programme out before day one, and taking the timings over."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from leerkring.network.circles.views.gate import posted
from leerkring.practice.meetings.bringing_forms import TryOutForm
from leerkring.practice.meetings.models import HeldBlock, Meeting, Run
from leerkring.practice.meetings.programme_actions import LONGEST
from leerkring.practice.meetings.programme_queries import runs_of
from leerkring.practice.meetings.run_actions import begin_try_out, simulate, take_over, write_in
from leerkring.practice.meetings.views.gate import bad, led_meeting, shown, to_page


@dataclass(frozen=True)
class Row:
    """A part in a run: what stands in the field of its minutes, and what is wrong with that."""

    held: HeldBlock
    typed: str
    fault: str


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
    if request.method != "POST":
        return _page(request, meeting, run, {})
    if run.kind == Run.Kind.SIMULATED:
        raise Http404
    found, wrong = _written(request, run)
    write_in(run, found)
    if wrong:
        return _page(request, meeting, _run(meeting, run_id), wrong)
    if "overnemen" in request.POST:
        return _taken_over(request, meeting, run)
    messages.success(request, "Bewaard.")
    return to_page(meeting, f"proef/{run.pk}/")


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


def _page(
    request: HttpRequest, meeting: Meeting, run: Run, wrong: Mapping[int, str]
) -> HttpResponse:
    """`wrong`: by number of the row what was typed, and is no number of minutes."""
    held = list(run.held.all())
    rows = [
        Row(one, wrong.get(one.pk, str(one.minutes)), _fault(wrong.get(one.pk))) for one in held
    ]
    context = {
        "run": run,
        "rows": rows,
        "wrong": wrong,
        "planned": sum(row.block.minutes for row in held),
        "took": sum(row.minutes for row in held),
    }
    return shown(request, "tryout", meeting, status=422 if wrong else 200, **context)


def _fault(typed: str | None) -> str:
    if typed is None:
        return ""
    said = f"«{typed}» is geen aantal minuten." if typed else "Hier staat niets."
    return f"{said} Vul hele minuten in, van 0 tot en met {LONGEST}."


def _written(
    request: HttpRequest, run: Run
) -> tuple[dict[int, tuple[int | None, str]], dict[int, str]]:
    """Minutes and a remark per row that was sent, and what was typed where that is no number: there
    the minutes stay as they were."""
    found: dict[int, tuple[int | None, str]] = {}
    wrong: dict[int, str] = {}
    for held in run.held.all():
        typed = request.POST.get(f"minuten-{held.pk}", str(held.minutes)).strip()
        is_right = typed.isdecimal() and len(typed) < 5 and int(typed) <= LONGEST
        if not is_right:
            wrong[held.pk] = typed[:20]
        remark = " ".join(request.POST.get(f"opmerking-{held.pk}", held.remark).split())[:500]
        found[held.pk] = (int(typed) if is_right else None, remark)
    return found, wrong
