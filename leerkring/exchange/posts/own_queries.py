"""What somebody told below an example that they do not read any more: in a circle that they went
out of. Only their own words: what the others say there is for who is in it."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from leerkring.exchange.posts.models import Post, Trial
from leerkring.foundation.design.left_behind import LeftBehind
from leerkring.network.circles.audience import Audience

MOST = 100


def own_trials(person: Any) -> QuerySet[Trial]:
    """Those that stand, below an example that stands, wherever."""
    rows = Trial.objects.standing().filter(by=person.pk, post__in=Post.objects.published())
    return rows.select_related("post__circle")


def left_behind(person: Any) -> list[LeftBehind]:
    """Newest first."""
    seen = Post.objects.visible_to(person).values("pk")
    rows = own_trials(person).filter(post__audience=Audience.CIRCLE).exclude(post__in=seen)
    return [
        LeftBehind(row.came_of_it, "ervaring", row.at, reverse("posts:trial_end", args=[row.pk]))
        for row in rows.order_by("-at", "-pk")[:MOST]
    ]
