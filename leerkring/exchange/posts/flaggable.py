"""Posts can be flagged by who reads them; whoever keeps order takes one back."""

from typing import Any

from leerkring.exchange.posts.models import Post
from leerkring.exchange.posts.publishing_actions import retract
from leerkring.exchange.posts.queries import who_keep_order
from leerkring.exchange.posts.redaction_actions import redact
from leerkring.exchange.posts.richtext import plain
from leerkring.foundation.moderation.registry import Flaggable, register


def passage(post: Any) -> str:
    return "\n\n".join(plain(text) for text in post.said.texts.values())


register(
    Flaggable(
        model=Post,
        label="dit stuk",
        visible_to=Post.objects.visible_to,
        moderators=who_keep_order,
        hide=lambda post, by: retract(post, by=by, reason="Na een melding weggehaald."),
        describe=str,
        passage=passage,
        url=lambda post: post.get_absolute_url(),
        stands=lambda post: not post.is_retracted,
        writers=lambda post: {post.author_id} - {None},
        redact=lambda post, passage: redact(post, passage, by=None, reason="Na een melding."),
    )
)
