"""Atom feeds of what everyone may read, one per kind."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from leerkring.exchange.posts.kinds import Kind
from leerkring.exchange.posts.queries import in_feed
from leerkring.exchange.posts.richtext import clean
from leerkring.foundation.calendar.views.atom import Entry, Feed, answer


def atom(request: HttpRequest, kind: Kind) -> HttpResponse:
    feed = Feed(
        title=kind.plural,
        about=kind.intro,
        page=reverse("posts:list", args=[kind]),
        url=reverse("posts:feed", args=[kind]),
        name=kind.slug,
    )
    return answer(request, feed, _entries(kind))


def _entries(kind: Kind) -> Iterator[Entry]:
    for post in in_feed(kind):
        assert post.published_at is not None  # only published posts are in a feed
        yield Entry(
            title=post.title,
            html=clean(post.said.texts.get(kind.lead.key, "")),
            page=post.get_absolute_url(),
            name=f"stukken/{post.pk}",
            by=(post.author.name if post.author else "") or "Leerkring",
            published=post.published_at,
            changed=post.changed_at or post.published_at,
            themes=[theme.name for theme in post.themes.all()],
        )
