"""What this room tells people about."""

from typing import Any

from django.db.models import Q

from leerkring.exchange.posts.models import Post
from leerkring.exchange.posts.queries import to_judge
from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.registry import Event, register, register_visible
from leerkring.foundation.notifications.standing import register_themes
from leerkring.network.circles.audience import Audience
from leerkring.network.circles.models import meant_for
from leerkring.network.themes.queries import names_by_row

for event in (
    Event("posts.new_in_circle", "Iets nieuws in een werkgroep van je", "Blogs en berichten"),
    Event("posts.new_in_theme", "Iets nieuws in een thema dat je volgt", "Blogs en berichten"),
    Event("posts.tried", "Iemand probeerde je voorbeeld ook", "Je eigen stukken", personal=True),
    Event(
        "posts.judged",
        "Iemand keek je stuk na",
        "Je eigen stukken",
        mail=Frequency.DIRECT,
        personal=True,
    ),
    Event(
        "posts.held_back",
        "Je stuk kwam niet uit op het moment dat je koos",
        "Je eigen stukken",
        mail=Frequency.DIRECT,
        personal=True,
    ),
    Event("posts.review_due", "Is je stuk nog actueel?", "Je eigen stukken", personal=True),
    Event(
        "posts.handed_in",
        "Iets om na te kijken",
        "Redactie",
        mail=Frequency.DAILY,
        personal=True,
    ),
):
    register(event)


def visible(person: Any, ids: set[str]) -> set[int]:
    """What this person reads, wrote, or is asked to look at as an editor; what they wrote for a
    circle as long as they are in it."""
    rows = Post.objects.filter(pk__in=[int(pk) for pk in ids if pk.isdecimal()])
    own = Q(author=person) & (Q(published_at=None) | meant_for(person))
    may = Q(pk__in=Post.objects.visible_to(person).filter(pk__in=rows)) | own
    waiting = {post.pk for post in to_judge(person)} if ids else set()
    return set(rows.filter(may | Q(pk__in=waiting)).values_list("pk", flat=True))


def open_to_all(ids: set[str]) -> set[int]:
    """What is for nobody in particular: anyone who is signed in reads it (`meant_for`)."""
    rows = Post.objects.published().filter(pk__in=[int(pk) for pk in ids if pk.isdecimal()])
    return set(rows.exclude(audience=Audience.CIRCLE).values_list("pk", flat=True))


register_visible(Post, visible, open_to_all)
register_themes(Post, lambda ids: names_by_row(Post, ids))
