"""Posts can be flagged by who reads them; whoever keeps order takes one back."""

from typing import Any

from leerkring.exchange.posts.models import Post, Trial
from leerkring.exchange.posts.publishing_actions import retract
from leerkring.exchange.posts.queries import who_keep_order
from leerkring.exchange.posts.redaction_actions import redact
from leerkring.exchange.posts.richtext import plain
from leerkring.exchange.posts.trying_actions import take_trial_away
from leerkring.foundation.moderation.redacting_actions import redacting
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
register(
    Flaggable(
        model=Trial,
        label="deze ervaring",
        visible_to=lambda person: Trial.objects.visible_to(person),
        moderators=lambda trial: who_keep_order(trial.post),
        hide=lambda trial, by: take_trial_away(trial, by=by),
        describe=lambda trial: f"Ervaring met «{trial.post}»",
        passage=lambda trial: f"{trial.where}\n\n{trial.came_of_it}\n\n{trial.changed}".strip(),
        url=lambda trial: trial.get_absolute_url(),
        stands=lambda trial: trial.removed_at is None and not trial.post.is_retracted,
        writers=lambda trial: {trial.by_id} - {None},
        redact=redacting(*("where", "changed", "came_of_it"), found_as=lambda trial: trial.post),
        beside=lambda trial: [trial.post],
    )
)
