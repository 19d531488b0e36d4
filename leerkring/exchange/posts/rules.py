"""Who may do what with a post. Reading is a query: `Post.objects.visible_to`."""

from typing import Any

from leerkring.exchange.posts.content import Content
from leerkring.exchange.posts.models import Post, Trial
from leerkring.network.circles import rules as circles
from leerkring.network.circles.audience import Audience
from leerkring.network.circles.models import Circle


def wrote(person: Any, post: Post) -> bool:
    return bool(person.is_authenticated) and post.author_id == person.pk


def may_edit(person: Any, post: Post) -> bool:
    """Only its author, and not after it was taken back."""
    return wrote(person, post) and not post.is_retracted


def may_post_in(person: Any, circle: Circle) -> bool:
    return bool(circles.may_write(person, circle))


def is_shut_out(person: Any, content: Content) -> bool:
    """It is for a circle in which they do not write any more: it cannot go out there."""
    if content.circle is None:
        return False
    circle = Circle.objects.filter(pk=content.circle).first()
    return circle is None or not may_post_in(person, circle)


def circle_of(post: Post) -> Circle | None:
    """The circle that it is for, when it is for that circle only."""
    return post.circle if post.audience == Audience.CIRCLE else None


def keeps_order(person: Any, post: Post) -> bool:
    """A moderator; of what a circle keeps to itself its guides, and who looks into it."""
    return circles.standing_in(person, circle_of(post)).orders


def may_see_versions(person: Any, post: Post) -> bool:
    """An earlier version may have been for fewer people: it is not for everyone who reads now."""
    return wrote(person, post) or (post.published_at is not None and keeps_order(person, post))


def is_reviewed(post: Post, content: Content) -> bool:
    """An editor looks at an example before it leaves its circle."""
    return post.what.reviewed and content.audience is not Audience.CIRCLE


def may_publish(person: Any, post: Post, content: Content) -> bool:
    """At once, without an editor."""
    return may_edit(person, post) and (not is_reviewed(post, content) or bool(person.moderates))


def adds_at_once(person: Any, post: Post) -> bool:
    """Whether a file comes with it as it is kept. Of what editors looked at, readers see a new file
    only when it goes out again."""
    return post.published_at is None or may_publish(person, post, post.said)


def may_judge(person: Any, post: Post, content: Content) -> bool:
    """Look at a draft that was handed in, never one's own: an editor; of what is for a circle, its
    facilitators."""
    if wrote(person, post):
        return False
    if content.audience is not Audience.CIRCLE:
        return circles.may_read_for(person, None)
    circle = Circle.objects.filter(pk=content.circle).first()
    return circle is not None and circles.may_read_for(person, circle)


def may_try(person: Any, post: Post) -> bool:
    """Say of an example that you did it too; `post` is one this person can see. In a circle only
    who may write there."""
    return post.kind == "example" and not wrote(person, post) and may_react(person, post)


def may_change_trial(person: Any, trial: Trial) -> bool:
    """Its writer, as long as it stands; `trial` is one this person can see."""
    return bool(person.is_authenticated) and trial.by_id == person.pk and trial.removed_at is None


def may_react(person: Any, post: Post) -> bool:
    """React to what this person can see; in a circle only who may write there."""
    return circles.standing_in(person, circle_of(post)).says
