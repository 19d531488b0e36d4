"""Posts of somebody who leaves: they go with all that hangs on them, or stay without a name."""

from typing import Any

from django.db import transaction

from leerkring.exchange.posts.actions import throw_draft_away
from leerkring.exchange.posts.models import Post
from leerkring.foundation.files.actions import throw_away
from leerkring.foundation.language.models import SecondReading
from leerkring.foundation.notifications.actions import withdraw
from leerkring.foundation.remarks.forgetting_actions import forget_talk_about
from leerkring.foundation.search.actions import forget, index


@transaction.atomic
def forget_posts_of(person: Any) -> None:
    """Every post of theirs, whether it went out or not."""
    for post in Post.objects.filter(author=person):
        delete_post(post)


@transaction.atomic
def delete_post(post: Post) -> None:
    """Out of the lists, the search, the notices and the files; with its versions and what others
    said of it."""
    files = list(post.attachments.values_list("file_id", flat=True))
    forget(post)
    withdraw(post)
    forget_talk_about(post)
    SecondReading.objects.of(post).delete()
    post.delete()
    throw_away(files)


@transaction.atomic
def loosen_posts_of(person: Any) -> None:
    """What went out stays without a name; what nobody ever read goes."""
    for post in Post.objects.filter(author=person):
        if post.published_at is None:
            throw_draft_away(post)
            continue
        post.author = None
        post.save(update_fields=["author"])
        index(post)
