"""What this room does by itself."""

from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from leerkring.exchange.posts.actions import throw_draft_away
from leerkring.exchange.posts.announcing_actions import announce, ask_whether_current
from leerkring.exchange.posts.models import Draft, Post
from leerkring.exchange.posts.publishing_actions import hold_back, publish
from leerkring.exchange.posts.readiness_queries import what_is_missing

AT_ONCE = 50
A_DAY = timedelta(days=1)


def run_due(now: datetime) -> str:
    """Bring out what has its hour, tell of what is new, ask what is a year old; each once, and
    each on its own, so that stopping halfway loses nothing."""
    done = _bring_out(now)
    for post in _to_announce():
        announce(post, now=now)
    for post in _to_ask_about(now):
        ask_whether_current(post)
    _clear_away(now)
    return f"{done} {'stuk' if done == 1 else 'stukken'} uitgebracht op hun tijd." if done else ""


def _bring_out(now: datetime) -> int:
    done = 0
    ready = Draft.objects.exclude(post__reviews__outcome="")  # an editor still looks at it
    due = ready.filter(publish_at__lte=now).select_related("post__author", "post__circle")
    for draft in due.order_by("publish_at", "pk")[:AT_ONCE]:
        post = draft.post
        if missing := what_is_missing(post, draft.says, post.author):
            hold_back(post, at=draft.publish_at, missing=missing.values())
        else:
            done += publish(post, by=post.author, now=now)
    return done


def _to_announce() -> list[Post]:
    fresh = Post.objects.published().filter(announced_at=None).order_by("published_at")
    return list(fresh.select_related("author")[:AT_ONCE])


def _to_ask_about(now: datetime) -> list[Post]:
    old = Post.objects.published().filter(
        review_on__lte=timezone.localdate(now), review_asked_at=None
    )
    return list(old.order_by("review_on", "pk")[:AT_ONCE])


def _clear_away(now: datetime) -> None:
    """Drafts whose author is gone, and posts that were begun and never held a word."""
    Draft.objects.filter(post__author=None).delete()
    stray = Post.objects.filter(published_at=None, begun_at__lt=now - A_DAY)
    for post in stray.filter(Q(author=None) | Q(draft=None))[:AT_ONCE]:
        throw_draft_away(post)
