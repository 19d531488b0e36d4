"""A passage that should never have been written down goes out of everything that we keep."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from leerkring.exchange.posts.models import Draft, Post, Redaction
from leerkring.exchange.posts.queries import living_themes
from leerkring.exchange.posts.redaction import redacted
from leerkring.exchange.posts.richtext import excerpt
from leerkring.foundation.activity.actions import record
from leerkring.foundation.moderation.redacting_actions import tell_no_more_of
from leerkring.foundation.moderation.redaction import redact_line
from leerkring.foundation.search.actions import index


@transaction.atomic
def redact(post: Post, passage: str, *, by: Any, reason: str) -> int:
    """Take the passage out of the page, every version, the draft, what others told of it, and
    what can be found. Returns in how many places it stood; nothing is kept of what it was."""
    Draft.objects.select_for_update().filter(post=post).first()
    places = _out_of_what_is_read(post, passage)
    for row in (*post.versions.all(), *Draft.objects.filter(post=post)):
        content, found = redacted(row.says, passage)
        places += found
        if found:
            row.content = content.as_json()
            if isinstance(row, Draft):
                row.saves += 1
            row.save()
    places += _out_of_what_stands_with_it(post, passage)
    if places:
        reason, _ = redact_line(reason, passage)
        Redaction.objects.create(post=post, by=by, reason=reason[:500], places=places)
        tell_no_more_of(post, passage)
        sentence = f"Passage weggehaald op {places} plaatsen: {reason}"
        record("posts.weggehaald", by=by, about=post, sentence=sentence)
        if post.published_at is not None and not post.is_retracted:
            index(post)
    return places


def _out_of_what_is_read(post: Post, passage: str) -> int:
    content, places = redacted(post.said, passage)
    if places and post.published_at is not None:
        post.say(content, excerpt(content.texts.get(post.what.lead.key, "")))
        post.changed_at = timezone.now()  # feeds say so, to who has the words from before
        post.save()
        post.themes.set(living_themes(content.themes))
    return places


def _out_of_what_stands_with_it(post: Post, passage: str) -> int:
    """Captions, the words that tell what a picture shows, and what others made of it."""
    places = 0
    rows: list[tuple[Any, tuple[str, ...]]] = []
    for attachment in post.attachments.select_related("file"):
        rows += [(attachment, ("caption",)), (attachment.file, ("alt", "name"))]
    rows += [(trial, ("where", "changed", "came_of_it")) for trial in post.trials.all()]
    rows += [(review, ("remark",)) for review in post.reviews.all()]
    for row, fields in rows:
        found = 0
        for field in fields:
            text, times = redact_line(getattr(row, field), passage)
            longest = row._meta.get_field(field).max_length
            setattr(row, field, text[:longest])
            found += times
        if found:
            row.save(update_fields=list(fields))
        places += found
    return places
