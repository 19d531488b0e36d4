"""What of a post can be found, and by whom."""

from collections.abc import Callable, Collection
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from leerkring.exchange.posts.kinds import KINDS, Kind
from leerkring.exchange.posts.models import Post
from leerkring.foundation.search.registry import Found, Searchable, register
from leerkring.foundation.statements.made_once import made_once
from leerkring.network.circles.queries import tokens_of_reading


def reader_of(kind: Kind) -> Callable[[Post], Found | None]:
    """What stands in the index of a post of this kind; None when it is not there to be read."""

    def read(post: Post) -> Found | None:
        if post.kind != kind.key or post.published_at is None or post.is_retracted:
            return None
        words = post.said.words(kind)
        return Found(
            title=post.title,
            text=words.removeprefix(post.title).strip(),
            url=post.get_absolute_url(),
            at=post.published_at,
            tokens=tokens_of_reading(post.audience, post.circle_id),
            themes=tuple(post.themes.values_list("pk", flat=True)),
            circle=post.circle_id,
        )

    return read


def visible_ids(person: Any, ids: Collection[Any]) -> list[int]:
    """What hung on the board as long as it might is no longer found."""
    return _hanging(person, ids, timezone.localdate())


@made_once
def _hanging(person: Any, ids: Collection[Any], today: date) -> QuerySet[Post, int]:
    seen = Post.objects.visible_to(person).on_the_board(today).filter(pk__in=ids)
    return seen.values_list("pk", flat=True)


for kind in KINDS:
    register(
        Searchable(
            model=Post,
            kind=kind.slug,
            label=kind.name,
            read=reader_of(kind),
            visible_ids=visible_ids,
        )
    )
