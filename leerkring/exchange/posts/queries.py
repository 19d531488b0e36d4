"""Reads over posts."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet, Sum
from django.utils import timezone

from leerkring.exchange.posts.content import Content
from leerkring.exchange.posts.kinds import Kind
from leerkring.exchange.posts.models import Post, Review, ViewCount
from leerkring.exchange.posts.rules import may_judge
from leerkring.network.circles.audience import Audience
from leerkring.network.circles.models import Circle
from leerkring.network.circles.queries import keepers_of, members_of
from leerkring.network.people.models import Person
from leerkring.network.themes.models import Theme

MOST_WAITING = 200
MOST_IN_FEED = 30


def listed(kind: Kind, person: Any) -> QuerySet[Post]:
    """What this person finds in the list of a kind."""
    posts = Post.objects.visible_to(person).of_kind(kind).for_lists()
    return posts.on_the_board(timezone.localdate()) if kind.expires else posts


def in_feed(kind: Kind) -> QuerySet[Post]:
    """The newest that everyone may read."""
    posts = Post.objects.public().of_kind(kind).select_related("author").prefetch_related("themes")
    posts = posts.on_the_board(timezone.localdate()) if kind.expires else posts
    return posts.newest_first()[:MOST_IN_FEED]


def written_by(person: Any) -> QuerySet[Post]:
    """One's own posts, those with a draft first, then the newest; `with_editor` where it lies, and
    `opens` whether they read it where it stands: not where they went out of its circle."""
    rows = Post.objects.filter(author=person).select_related("draft", "retraction", "circle")
    drafts_first = F("draft__saved_at").desc(nulls_last=True)
    newest = F("published_at").desc(nulls_last=True)
    seen = Post.objects.visible_to(person).filter(pk=OuterRef("pk"))
    asked = Review.objects.filter(post=OuterRef("pk"), outcome="")
    rows = rows.annotate(with_editor=Exists(asked), opens=Exists(seen))
    return rows.defer("content").order_by(drafts_first, newest, "-pk")


@dataclass(frozen=True)
class Reach:
    """Who will be able to read a post: how many people with an account, and whether others too."""

    people: int
    everyone: bool = False
    circle: str = ""

    def __str__(self) -> str:
        count = f"{self.people} {'mens ziet' if self.people == 1 else 'mensen zien'} dit"
        if self.everyone:
            return f"Iedereen op internet kan dit lezen. Van hen hebben {self.people} een account."
        if self.circle:
            return f"{count}: wie nu in {self.circle} zit."
        return f"{count}: iedereen die nu een account heeft."


def reach_of(content: Content) -> Reach | None:
    """Counted now; None as long as no circle is chosen for what is for a circle only."""
    if content.audience is not Audience.CIRCLE:
        everyone = content.audience is Audience.PUBLIC
        return Reach(Person.objects.filter(is_active=True).count(), everyone)
    circle = Circle.objects.filter(pk=content.circle).first()
    return Reach(len(members_of(circle)), circle=circle.name) if circle else None


def living_themes(ids: tuple[int, ...]) -> list[Theme]:
    """These themes, each as what it was merged into if it was."""
    found = Theme.objects.filter(pk__in=ids).select_related("merged_into")
    return list({theme.pk: theme for theme in (row.merged_into or row for row in found)}.values())


def themes_used(kind: Kind, person: Any) -> QuerySet[Theme]:
    """The themes on which a list can be filtered: those with a post that this person sees."""
    seen = Post.objects.visible_to(person).of_kind(kind)
    return Theme.objects.current().filter(posts__in=seen).distinct()


def times_read(post: Post) -> int:
    return ViewCount.objects.filter(post=post).aggregate(all=Sum("number"))["all"] or 0


def waiting_for_review() -> QuerySet[Post]:
    """Drafts at which somebody is asked to look, the oldest first."""
    rows = Post.objects.filter(reviews__outcome="").select_related("author", "draft")
    return rows.order_by("reviews__asked_at", "pk")


def to_judge(person: Any) -> list[Post]:
    """Those at which this person may look."""
    rows = waiting_for_review().select_related("author", "draft")[:MOST_WAITING]
    return [post for post in rows if may_judge(person, post, post.draft.says)]


def who_keep_order(post: Any) -> set[int]:
    """Ids of those who decide about what is flagged there."""
    return keepers_of(post.circle_id if post.audience == Audience.CIRCLE else None)
