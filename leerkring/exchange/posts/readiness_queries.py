"""What still keeps a draft from its readers."""

from typing import Any

from django.utils import timezone

from leerkring.exchange.posts import rules
from leerkring.exchange.posts.content import Content, missing
from leerkring.exchange.posts.models import Post
from leerkring.network.circles.models import Circle


def what_is_missing(post: Post, content: Content, person: Any) -> dict[str, str]:
    """A Dutch sentence per field; asked when it is sent out and again at its hour."""
    faults = missing(content, post.what, timezone.localdate())
    if content.circle is not None and "circle" not in faults:
        circle = Circle.objects.filter(pk=content.circle).first()
        if circle is None or person is None or not rules.may_post_in(person, circle):
            faults["circle"] = "In deze werkgroep kun je niet meer schrijven. Kies een andere."
    return faults
