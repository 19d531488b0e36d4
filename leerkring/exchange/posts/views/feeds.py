"""Atom feeds of what everyone may read."""

from hashlib import sha256

from django.conf import settings
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import condition

from leerkring.exchange.posts.kinds import Kind
from leerkring.exchange.posts.models import Post
from leerkring.exchange.posts.queries import in_feed
from leerkring.exchange.posts.richtext import clean

# The day on which these names were first given (RFC 4151); it never changes.
NAMED_SINCE = "2026-11-01"


def _state(request: HttpRequest, kind: Kind) -> str:
    """The feed reads otherwise exactly when this does."""
    rows = in_feed(kind).values_list("pk", "changed_at")
    return '"' + sha256(repr(list(rows)).encode()).hexdigest()[:32] + '"'


def _changed_at(request: HttpRequest, kind: Kind) -> object:
    newest = Post.objects.public().of_kind(kind).aggregate(at=Max("changed_at"))
    return newest["at"]


@condition(etag_func=_state, last_modified_func=_changed_at)
def atom(request: HttpRequest, kind: Kind) -> HttpResponse:
    here = settings.SITE_URL
    host = here.split("//")[-1].split("/")[0].split(":")[0]
    feed = Atom1Feed(
        title=f"{kind.plural} · Leerkring",
        link=f"{here}{reverse('posts:list', args=[kind])}",
        description=kind.intro,
        feed_url=f"{here}{reverse('posts:feed', args=[kind])}",
        feed_guid=f"tag:{host},{NAMED_SINCE}:{kind.slug}",
        language="nl",
    )
    for post in in_feed(kind):
        _add(feed, post, here, host)
    response = HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml")
    response["Cache-Control"] = "public, max-age=300"
    return response


def _add(feed: Atom1Feed, post: Post, here: str, host: str) -> None:
    lead = post.said.texts.get(post.what.lead.key, "")
    feed.add_item(
        title=post.title,
        link=f"{here}{post.get_absolute_url()}",
        description=clean(lead),
        unique_id=f"tag:{host},{NAMED_SINCE}:stukken/{post.pk}",
        author_name=str(post.author.name or "Leerkring") if post.author else "Leerkring",
        categories=[theme.name for theme in post.themes.all()],
        pubdate=post.published_at,
        updateddate=post.changed_at,
    )
