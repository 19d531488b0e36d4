"""«Wij probeerden het ook»: what others made of an example."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from leerkring.exchange.posts.models import Post, Trial
from leerkring.foundation.activity.actions import record
from leerkring.foundation.notifications.actions import notify
from leerkring.network.circles.queries import readers_among


@transaction.atomic
def tell_of_trying(post: Post, trial: Trial, *, by: Any) -> Trial:
    """Add what somebody made of it, and tell its author."""
    trial.post, trial.by = post, by
    trial.save()
    record("posts.geprobeerd", by=by, about=post, sentence="Een voorbeeld ook geprobeerd.")
    notify(
        "posts.tried",
        people=readers_among({post.author_id}, post.audience, post.circle_id),
        about=post,
        title=post.title,
        sentence=f"Iemand anders probeerde je voorbeeld ook. {trial.get_outcome_display()}.",
        url=f"{post.get_absolute_url()}#geprobeerd",
        by=by,
        circle=post.circle_id,
        once=f"trial-{trial.pk}",
    )
    return trial


def change_trial(trial: Trial) -> None:
    """Keep what its writer made of it in a form; readers see that it was changed."""
    trial.changed_at = timezone.now()
    trial.save()


@transaction.atomic
def take_trial_away(trial: Trial, *, by: Any) -> None:
    """Out of sight, by who wrote it or by a moderator; twice is fine.

    What its writer takes away is gone; what a moderator takes away stays for who must explain it.
    """
    fresh = Trial.objects.standing().filter(pk=trial.pk).first()
    if fresh is None:
        return
    fresh.removed_at = timezone.now()
    if by is not None and fresh.by_id == by.pk:
        fresh.where = fresh.changed = fresh.came_of_it = ""
    fresh.save()
    sentence = "Wat iemand van een voorbeeld maakte, is weggehaald."
    record("posts.proefweg", by=by, about=fresh.post, sentence=sentence)
