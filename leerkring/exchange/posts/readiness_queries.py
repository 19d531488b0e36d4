"""What still keeps a draft from its readers."""

from typing import Any

from django.utils import timezone

from leerkring.exchange.posts import rules
from leerkring.exchange.posts.content import Content, missing
from leerkring.exchange.posts.models import Attachment, Post
from leerkring.foundation.remarks.queries import count_of
from leerkring.network.circles.audience import is_wider
from leerkring.network.circles.models import Circle

SAID_FOR_THESE_READERS = (
    "Er staan al reacties. Die zijn voor deze lezers geschreven. Breng je stuk opnieuw uit als meer"
    " mensen het mogen lezen."
)


def what_is_missing(post: Post, content: Content, person: Any) -> dict[str, str]:
    """A Dutch sentence per field; asked when it is sent out and again at its hour."""
    faults = missing(content, post.what, timezone.localdate())
    if content.circle is not None and "circle" not in faults:
        circle = Circle.objects.filter(pk=content.circle).first()
        if circle is None or person is None or not rules.may_post_in(person, circle):
            faults["circle"] = "In deze werkgroep kun je niet meer schrijven. Kies een andere."
    if nameless := [row for row in post.attachments.select_related("file") if _has_no_words(row)]:
        faults["picture"] = f"Schrijf wat er te zien is op {nameless[0].file.name}."
    if _takes_along_what_others_said(post, content):
        faults["audience"] = SAID_FOR_THESE_READERS
    return faults


def _has_no_words(row: Attachment) -> bool:
    """A picture that says nothing to who cannot see it."""
    return row.is_picture and not row.file.alt


def _takes_along_what_others_said(post: Post, content: Content) -> bool:
    """Nobody's words come before more people than they were written for."""
    said = post.said
    if post.published_at is None:
        return False
    if not is_wider(content.audience, content.circle, said.audience, said.circle):
        return False
    return count_of(post) > 0 or post.trials.standing().exists()
