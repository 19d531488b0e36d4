"""`{% promise_at meeting.pk %}`: the address to make one at this meeting."""

from urllib.parse import urlencode

from django import template
from django.urls import reverse

from leerkring.practice.commitments.link_queries import link_to

register = template.Library()


@register.simple_tag
def promise_at(meeting_id: int, circle_id: int | None = None) -> str:
    """Put it only on a page of who may see that meeting. `circle_id` is filled in beforehand."""
    query = {"bij": link_to(meeting_id)} | ({"kring": str(circle_id)} if circle_id else {})
    return f"{reverse('commitments:new')}?{urlencode(query)}"
