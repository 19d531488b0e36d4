"""The clock of the chair: what runs, what comes, and what it takes more."""

from datetime import date, datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from leerkring.foundation.design.templatetags.dutch import datum
from leerkring.practice.meetings.forms import whole_minutes
from leerkring.practice.meetings.programme import Slot, minutes_between, standing
from leerkring.practice.meetings.programme_queries import held_on_the_day, programme_for
from leerkring.practice.meetings.run_actions import run_over
from leerkring.practice.meetings.views.gate import block_of, led_meeting, shown, to_page

STEPS = (-5, 5)


def coming_day(start: datetime, now: datetime) -> str:
    """«vrijdag 4 december», with the year only where it is another one."""
    return datum(start, "dag").removesuffix(f" {_day(now).year}").capitalize()


def _day(moment: datetime) -> date:
    return timezone.localtime(moment).date()


@login_required
def show(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    meeting, now = led_meeting(request, pk), timezone.now()
    programme = programme_for(request.user, meeting, held_on_the_day(meeting))
    blocks = programme.blocks
    place = standing([Slot(timed.start, timed.end) for timed in blocks], now)
    running = blocks[place.running] if place.running is not None else None
    coming = blocks[place.coming] if place.coming is not None else None
    until = running.end if running else coming.start if coming else None
    context: dict[str, Any] = {
        "programme": programme,
        "running": running,
        "coming": coming,
        "until": until,
        "left": minutes_between(now, until) + 1 if until else 0,
        "is_today": until is not None and _day(until) == _day(now),
        "coming_day": coming_day(coming.start, now) if coming else "",
        "steps": STEPS,
    }
    return shown(request, "day", meeting, **context)


@login_required
@require_POST
def length(request: HttpRequest, pk: int, slug: str, block_id: int) -> HttpResponse:
    meeting = led_meeting(request, pk)
    block = block_of(meeting, block_id)
    try:
        run_over(block, whole_minutes(request.POST.get("minuten", "")), by=request.user)
    except ValidationError as wrong:
        raise Http404 from wrong
    return to_page(meeting, "dag/", "#klok")
