"""Telling people of posts: readers of a new one, its author, and editors."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from leerkring.exchange.posts.models import Post
from leerkring.foundation.design.templatetags.dutch import datum, tijd
from leerkring.foundation.notifications.actions import notify
from leerkring.network.circles.audience import Audience
from leerkring.network.circles.hearing_queries import hearers
from leerkring.network.circles.queries import readers_among, readers_for
from leerkring.network.themes.queries import followers_of


@transaction.atomic
def announce(post: Post, *, now: datetime) -> int:
    """Tell the circle and the followers of its themes of a new post; each once, of one of both.

    How loud the circle is for somebody holds for whatever is written in it, also for everybody.
    """
    claimed = Post.objects.filter(pk=post.pk, announced_at=None).update(announced_at=now)
    if not claimed or post.is_retracted:
        return 0
    members, followers = hearers(
        post.circle_id,
        followers_of([theme.pk for theme in post.themes.all()]),
        event="posts.new_in_circle",
        only_here=post.audience == Audience.CIRCLE,
    )
    told = 0
    for event, people in (
        ("posts.new_in_circle", members),
        ("posts.new_in_theme", followers),
    ):
        told += notify(
            event,
            people=people,
            about=post,
            title=post.title,
            sentence=f"{post.what.name}.",
            quote=post.lead,
            url=post.get_absolute_url(),
            by=post.author,
            circle=post.circle_id,
        )
    return told


def tell_editors(post: Post) -> None:
    says = post.draft.says
    notify(
        "posts.handed_in",
        people=readers_for(says.circle if says.audience is Audience.CIRCLE else None),
        about=post,
        title=says.title,
        sentence="Het wacht tot iemand anders dan de schrijver ernaar kijkt.",
        url=reverse("posts:review", args=[post.pk]),
        by=post.author,
        circle=says.circle,
        once=str(post.reviews.count()),
    )


def tell_author(post: Post, sentence: str, *, url: str = "", by: Any = None) -> None:
    if post.author_id is None:
        return
    notify(
        "posts.judged",
        people={post.author_id},
        about=post,
        title=post.title or post.draft.says.title,
        sentence=sentence,
        url=url or reverse("posts:desk", args=[post.pk]),
        by=by,
        circle=post.draft.says.circle if hasattr(post, "draft") else post.circle_id,
        once=str(post.reviews.count()),
    )


def tell_held_back(post: Post, *, at: datetime | None, missing: Iterable[str]) -> None:
    """It could not go out at the hour that its author chose, or when somebody agreed with it, and
    why; once for that hour, or that agreement."""
    if post.author_id is None:
        return
    says = post.draft.says
    when = "Het is nagelezen, maar het kon niet uitkomen."
    if at is not None:
        when = f"Het kon niet uitkomen op {datum(at)} om {tijd(at)}."
    notify(
        "posts.held_back",
        people={post.author_id},
        about=post,
        title=says.title or post.title or "Zonder titel",
        sentence=" ".join([when, *missing, "Het staat weer bij je concepten."]),
        url=reverse("posts:publication", args=[post.pk]),
        circle=says.circle,
        once=at.astimezone(UTC).isoformat() if at else f"review-{post.reviews.count()}",
    )


@transaction.atomic
def ask_whether_current(post: Post) -> None:
    """The day has come that its author chose, or a year after it came out: does it still hold?"""
    now = timezone.now()
    asked = Post.objects.filter(pk=post.pk, review_asked_at=None).update(review_asked_at=now)
    if asked:
        notify(
            "posts.review_due",
            people=readers_among({post.author_id}, post.audience, post.circle_id),
            about=post,
            title=post.title,
            sentence=f"{_how_long(post)} Klopt het nog? Zeg het met één klik, of werk het bij.",
            url=post.get_absolute_url(),
            circle=post.circle_id,
            once=str(post.review_on),
        )


def _how_long(post: Post) -> str:
    if post.published_at is None or post.review_on is None:
        return "Dit staat er een tijd."
    return (
        f"Dit staat er sinds {datum(post.published_at)}. "
        f"Je zou het op {datum(post.review_on)} nakijken."
    )
