"""A calendar feed of a thousand dates, for somebody with an address of their own.

What that person may see is asked for every answer; bytes that were made of the same before are
handed out again. Beside it a bare Django view that sends those bytes, and one that answers 304 to
their mark, both without asking anything. All go through the same handler, middleware and process,
turn by turn; processor time, the median of many. `made_anew` is an answer for which the feed is
made, because every one of its dates has changed; the others are those after it.
"""

import io
import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

DATES, BLOCKS, REPEATS, CHANGES = 1000, 4, 100, 20
MUST = 0.05  # seconds


def start_django() -> None:
    """The tests' settings: a database in memory."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def made_feed() -> str:
    """A thousand meetings, each with a programme; the address of somebody who may see them."""
    from django.urls import reverse
    from django.utils import timezone

    from leerkring.foundation.calendar.models import FeedKey
    from leerkring.network.people.models import Person
    from leerkring.practice.meetings.models import Announcement, Audience, Block, Meeting

    person, now = Person.objects.create_user("sam@voorbeeld.example", "Sam"), timezone.now()
    meetings = Meeting.objects.bulk_create(
        Meeting(
            title=f"Bijeenkomst {number}",
            slug=f"bijeenkomst-{number}",
            purpose="Wat ieder ziet in de wijk, en wat wij samen anders gaan doen. " * 3,
            audience=Audience.SIGNED_IN,
            starts_at=now + timedelta(hours=9 * number),
            place="Het huis van de wijk",
            address="Lindelaan 1, Merdijk",
        )
        for number in range(DATES)
    )
    Announcement.objects.bulk_create(Announcement(meeting=one, by=person) for one in meetings)
    Block.objects.bulk_create(
        Block(meeting=one, title="Gesprek", minutes=30, position=number)
        for one in meetings
        for number in range(BLOCKS)
    )
    return reverse("calendar:feed", args=[FeedKey.objects.renew(person)])


def addresses(stored: bytes, mark: str) -> type:
    """Every address of the site, and one more that sends the stored bytes."""
    from django.http import HttpRequest, HttpResponse
    from django.urls import include, path
    from django.utils.cache import get_conditional_response

    from leerkring.foundation.calendar.ics import media_type

    def bare(request: HttpRequest) -> HttpResponse:
        unchanged = get_conditional_response(request, etag=mark)
        return unchanged or HttpResponse(stored, content_type=media_type(), headers={"ETag": mark})

    class Addresses:
        urlpatterns = (path("kaal.ics", bare), path("", include("leerkring.site.urls")))

    return Addresses


def asking(handler: Any, url: str, wanted: str, mark: str = "") -> Callable[[], bytes]:
    """A request as a server hands it over; calling it gives the body. Raises RuntimeError."""

    def ask() -> bytes:
        told: list[tuple[str, dict[str, str]]] = []
        environ = {
            "REQUEST_METHOD": "GET", "PATH_INFO": url, "SERVER_NAME": "localhost",
            "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1", "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(), "wsgi.errors": sys.stderr,
        }  # fmt: skip
        if mark:
            environ["HTTP_IF_NONE_MATCH"] = mark
        answer = handler(environ, lambda code, headers, info=None: told.append((code, headers)))
        body = b"".join(answer)
        answer.close()
        if not told[0][0].startswith(wanted):
            raise RuntimeError(f"{url}: {told[0][0]}")
        return body

    return ask


def medians(*asked: Callable[[], bytes]) -> list[float]:
    """Seconds of processor time of each, asked in turn."""
    times: list[list[float]] = [[] for _ in asked]
    for _ in range(REPEATS):
        for ask, kept in zip(asked, times, strict=True):
            start = time.process_time()
            ask()
            kept.append(time.process_time() - start)
    return [statistics.median(kept) for kept in times]


def making(ask: Callable[[], bytes]) -> float:
    """Seconds of processor time of an answer after all dates changed; the median."""
    from leerkring.practice.meetings.models import Meeting

    times = []
    for number in range(CHANGES):
        Meeting.objects.update(sequence=number + 1)
        start = time.process_time()
        ask()
        times.append(time.process_time() - start)
    return statistics.median(times)


def measure() -> dict[str, float | int | bool]:
    start_django()
    from django.core.handlers.wsgi import WSGIHandler
    from django.test import Client, override_settings

    url = made_feed()
    with override_settings(ALLOWED_HOSTS=["*"]):
        Client().get("/kalender/openbaar.ics")  # loads the site
        anew = making(lambda: Client().get(url).content)
        first = Client().get(url)
        stored, mark = first.content, first["ETag"]
    with override_settings(ALLOWED_HOSTS=["*"], ROOT_URLCONF=addresses(stored, mark)):
        handler = WSGIHandler()
        ours, plain = asking(handler, url, "200"), asking(handler, "/kaal.ics", "200")
        same = asking(handler, url, "304", mark), asking(handler, "/kaal.ics", "304", mark)
        if ours() != stored or plain() != stored:
            raise RuntimeError("the feed reads otherwise than a moment ago")
        feed, bare, unchanged, bare_unchanged = medians(ours, plain, *same)
    return {
        "dates": stored.count(b"BEGIN:VEVENT"),
        "bytes": len(stored),
        "made_anew_seconds": anew,
        "feed_seconds": feed,
        "bare_view_seconds": bare,
        "feed_ratio": feed / bare,
        "unchanged_seconds": unchanged,
        "bare_unchanged_seconds": bare_unchanged,
        "unchanged_ratio": unchanged / bare_unchanged,
        "within_50_ms_made_anew": anew < MUST,
        "within_50_ms_once_made": max(feed, unchanged) < MUST,
    }


if __name__ == "__main__":
    for figure, value in measure().items():
        print(f"{figure:24} {value:.4g}")
