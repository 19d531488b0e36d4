"""«Wij probeerden het ook»: what others made of an example."""

from typing import Any

from django.db import transaction

from leerkring.exchange.posts.models import Post, Trial
from leerkring.foundation.activity.actions import record
from leerkring.foundation.notifications.actions import notify


@transaction.atomic
def tell_of_trying(post: Post, trial: Trial, *, by: Any) -> Trial:
    """Add what somebody made of it, and tell its author."""
    trial.post, trial.by = post, by
    trial.save()
    record("posts.geprobeerd", by=by, about=post, sentence="Een voorbeeld ook geprobeerd.")
    notify(
        "posts.tried",
        people={post.author_id} if post.author_id else set(),
        about=post,
        title=post.title,
        sentence=f"Iemand anders probeerde je voorbeeld ook. {trial.get_outcome_display()}.",
        url=f"{post.get_absolute_url()}#geprobeerd",
        by=by,
        once=f"trial-{trial.pk}",
    )
    return trial
