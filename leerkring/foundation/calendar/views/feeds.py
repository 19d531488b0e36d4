"""Feeds. Programs ask for them without a session: what opens one is its address alone.

Every answer is made from what the person may see at that moment; only bytes that were made of the
same before are not made again.
"""

from datetime import datetime, time, timedelta
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.cache import caches
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from leerkring.foundation.calendar.feed_queries import KEPT, MEMORY, Feed
from leerkring.foundation.calendar.ics import media_type
from leerkring.foundation.calendar.models import FeedKey
from leerkring.foundation.calendar.moments import HOME
from leerkring.foundation.calendar.queries import seen_by
from leerkring.foundation.calendar.registry import circle_name

BACK, AHEAD = timedelta(days=180), timedelta(days=730)


@require_safe
def public(request: HttpRequest) -> HttpResponse:
    """What everyone may see."""
    return _answer(request, _feed(AnonymousUser(), "Leerkring"))


@require_safe
def of_circle(request: HttpRequest, circle: int) -> HttpResponse:
    """A circle that everyone may read in, with what everyone may see of it."""
    return _answer(request, _circle_feed(AnonymousUser(), circle))


@require_safe
def own(request: HttpRequest, token: str, circle: int | None = None) -> HttpResponse:
    """Somebody's own calendar, or what stands on it of one circle."""
    key = FeedKey.objects.opened_by(token)
    if key is None:
        raise Http404
    if circle is None:
        feed = _feed(key.person, "Leerkring, mijn kalender")
    else:
        feed = _circle_feed(key.person, circle)
    key.note_asked(timezone.localdate())
    return _answer(request, feed)


def _circle_feed(person: Any, circle: int) -> Feed:
    name = circle_name(person, circle)
    if name is None:
        raise Http404
    return _feed(person, name, circle=circle)


def _feed(person: Any, name: str, *, circle: int | None = None) -> Feed:
    """From whole days, so that a feed in which nothing changed stays the same all day."""
    today = datetime.combine(timezone.localdate(), time(), HOME)
    start = today - BACK
    seen = tuple(seen_by(person, start, today + AHEAD))
    return Feed(name, settings.SITE_URL, start, seen, circle)


def _answer(request: HttpRequest, feed: Feed) -> HttpResponse:
    mark = feed.mark()
    since = _read_so_since(request, mark)
    response = HttpResponse(content_type=media_type())
    response["ETag"], response["Last-Modified"] = f'"{mark}"', http_date(since)
    response["Cache-Control"] = "private, no-cache"
    response["Content-Disposition"] = 'inline; filename="leerkring.ics"'
    response["X-Robots-Tag"] = "noindex"
    # Only the very time that we gave says that nothing changed: a feed may become again what it
    # was before, and is then not older than what the program has.
    same = request.headers.get("If-Modified-Since") == response["Last-Modified"]
    answer = get_conditional_response(
        request, etag=response["ETag"], last_modified=since if same else None, response=response
    )
    if answer is response:
        response.content = feed.body()
    return answer or response


def _read_so_since(request: HttpRequest, mark: str) -> int:
    """Since when this address gives these bytes, as far as we know: a number of seconds."""
    address = "calendar:" + sha256(request.path.encode()).hexdigest()
    remembered = caches[MEMORY]
    known = remembered.get(address)
    if known is None or known[0] != mark:
        now = int(timezone.now().timestamp())
        # Two that differ never have the same second: who has the first would keep it.
        known = (mark, max(now, known[1] + 1) if known else now)
        remembered.set(address, known, KEPT)
    return int(known[1])
