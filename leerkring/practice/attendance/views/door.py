"""What lets the desk at the door work without a network."""

from functools import cache
from pathlib import Path

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from leerkring.practice.meetings.views.gate import led_meeting

WORKER = Path(__file__).parent.parent / "static" / "attendance" / "door_worker.js"
# Of a worker its own policy counts, not that of a page: it may ask this site, and nothing else.
POLICY = "default-src 'none'; connect-src 'self'"


@login_required
def worker(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """The service worker of one desk. It stands beside that page, so it sees nothing above it."""
    meeting = led_meeting(request, pk)
    response = HttpResponse(_text(), content_type="text/javascript; charset=utf-8")
    response["Service-Worker-Allowed"] = reverse("attendance:desk", args=[meeting.pk, slug])
    response["Content-Security-Policy"] = POLICY
    response["Cache-Control"] = "private, no-cache"
    return response


@cache
def _text() -> str:
    return WORKER.read_text(encoding="utf-8")
