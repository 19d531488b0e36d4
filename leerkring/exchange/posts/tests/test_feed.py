"""Who has a copy of a feed keeps it only as long as the feed reads the same."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from leerkring.exchange.posts.forgetting_actions import loosen_posts_of
from leerkring.exchange.posts.kinds import BLOG
from leerkring.exchange.posts.models import Post
from leerkring.exchange.posts.publishing_actions import retract
from leerkring.exchange.posts.redaction_actions import redact
from leerkring.network.circles.audience import Audience
from leerkring.network.people.models import Person
from leerkring.network.themes.actions import add_theme

Change = Callable[[Post], Any]


def rename(post: Post) -> None:
    Person.objects.filter(pk=post.author_id).update(name="Anders")


def give_a_theme(post: Post) -> None:
    post.themes.add(add_theme("Schulden", by=None))


@pytest.mark.parametrize(
    ("change", "gone"),
    [
        (lambda post: redact(post, "Mevrouw Bel", by=post.author, reason="Naam."), "Mevrouw Bel"),
        (lambda post: loosen_posts_of(post.author), "Noor"),
        (rename, "Noor"),
        (lambda post: retract(post, by=post.author), "Mevrouw Bel"),
        (lambda p: Post.objects.filter(pk=p.pk).update(audience=Audience.SIGNED_IN), "Mevrouw Bel"),
        (give_a_theme, ""),
    ],
    ids=["redaction", "leaving", "rename", "retraction", "audience", "theme"],
)
def test_a_copy_does_not_outlive_what_it_says(
    change: Change, gone: str, posted: Callable[..., Post]
) -> None:
    post = posted(BLOG, texts={"tekst": "<p>Mevrouw Bel dronk thee.</p>"})
    url, browser = "/blogs/feed.atom", Client()
    first = browser.get(url)
    assert gone in first.content.decode()
    known = {"if-none-match": first["ETag"]}
    assert browser.get(url, headers=known).status_code == 304
    change(post)
    for headers in (known, {"if-modified-since": "Fri, 01 Jan 2100 00:00:00 GMT"}):
        again = browser.get(url, headers=headers)
        assert again.status_code == 200
        assert not gone or gone not in again.content.decode()


def test_a_redaction_is_news_to_who_reads_the_feed(posted: Callable[..., Post]) -> None:
    post = posted(BLOG, texts={"tekst": "<p>Mevrouw Bel dronk thee.</p>"})
    then = timezone.now() - timedelta(days=9)
    Post.objects.update(published_at=then, changed_at=then)
    post.refresh_from_db()
    redact(post, "Mevrouw Bel", by=None, reason="Naam.")
    entry = Client().get("/blogs/feed.atom").content.decode().partition("<entry>")[2]
    assert f"<published>{then:%Y-%m-%d}" in entry
    assert f"<updated>{timezone.now():%Y-%m-%d}" in entry
