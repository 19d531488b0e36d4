"""People react to posts: who reads one may, and in a circle who may write there."""

from typing import Any

from leerkring.exchange.posts.models import Post
from leerkring.exchange.posts.queries import who_keep_order
from leerkring.exchange.posts.rules import may_react
from leerkring.foundation.remarks.registry import Remarkable, register
from leerkring.network.circles.queries import readers_among


def who_wrote(post: Any) -> set[int]:
    return readers_among({post.author_id}, post.audience, post.circle_id)


register(
    Remarkable(
        model=Post,
        visible_to=Post.objects.visible_to,
        may_remark=may_react,
        url=lambda post: post.get_absolute_url(),
        watchers=who_wrote,
        moderators=who_keep_order,
        circle=lambda post: post.circle_id,
    )
)
