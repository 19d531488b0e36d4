"""The envelope of every Atom feed: what is sent once, and under which names (RFC 4287, RFC 4151).

Feeds hold what everyone may read: a program asks for them without a session.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import Atom1Feed

# The day on which these names were first given (RFC 4151); it never changes.
NAMED_SINCE = "2026-11-01"
HOW_LONG = 300  # seconds that a copy may be kept without asking


@dataclass(frozen=True)
class Feed:
    """`page` is the path of the same on the site, `url` that of the feed; `name` never changes."""

    title: str
    about: str
    page: str
    url: str
    name: str


@dataclass(frozen=True)
class Entry:
    """`html` is shown as HTML and must be clean; `name` never changes."""

    title: str
    html: str
    page: str
    name: str
    by: str
    published: datetime
    changed: datetime
    themes: list[str] = field(default_factory=list)


def answer(request: HttpRequest, feed: Feed, entries: Iterable[Entry]) -> HttpResponse:
    """The feed, or 304 for who has exactly these bytes already.

    Only what is written counts. A moment of change would leave out what goes without one: a
    passage that was taken away, the name of somebody who left. Then whoever has a copy keeps it.
    """
    written = _written(feed, entries)
    etag = f'"{sha256(written.encode()).hexdigest()[:32]}"'
    response = get_conditional_response(request, etag=etag)
    if response is None:
        response = HttpResponse(written, content_type="application/atom+xml")
    response["Cache-Control"] = f"public, max-age={HOW_LONG}"
    response["ETag"] = etag
    return response


class _Atom(Atom1Feed):
    def latest_post_date(self) -> datetime:
        """Of a feed without entries always the same, and not now: its bytes stay as they are."""
        since = datetime.fromisoformat(NAMED_SINCE).replace(tzinfo=UTC)
        return super().latest_post_date() if self.items else since


def tag(name: str) -> str:
    """A name for ever, whatever the address becomes (RFC 4151)."""
    return f"tag:{urlsplit(settings.SITE_URL).hostname},{NAMED_SINCE}:{name}"


def _written(feed: Feed, entries: Iterable[Entry]) -> str:
    here = settings.SITE_URL
    atom = _Atom(
        title=f"{feed.title} · Leerkring",
        link=here + feed.page,
        description=feed.about,
        feed_url=here + feed.url,
        feed_guid=tag(feed.name),
        language="nl",
    )
    for entry in entries:
        atom.add_item(
            title=entry.title,
            link=here + entry.page,
            description=entry.html,
            unique_id=tag(entry.name),
            author_name=entry.by,
            categories=entry.themes,
            pubdate=entry.published,
            updateddate=entry.changed,
        )
    return str(atom.writeString("utf-8"))
