"""`{% tally_of circle=circle %}` or `{% tally_of meeting_ids=ids %}`: what became of promises.
`{% promise_at meeting.pk %}`: the address to make one at this meeting.
"""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django import template
from django.db.models import Q
from django.urls import reverse

from leerkring.network.circles.models import Circle
from leerkring.practice.commitments.link_queries import link_to
from leerkring.practice.commitments.models import Commitment
from leerkring.practice.commitments.queries import tally

register = template.Library()


@register.inclusion_tag("commitments/_tally.html", takes_context=True)
def tally_of(
    context: dict[str, Any],
    circle: Circle | None = None,
    meeting_ids: Iterable[int] = (),
    title: str = "Wat er van voornemens kwam",
) -> dict[str, Any]:
    """Of a circle, of meetings by their numbers, or of both together. Nothing where nothing is.
    Put it only on a page of who may see that circle or those meetings."""
    meetings = list(meeting_ids)
    if circle is None and not meetings:
        return {"tally": None}
    chosen = Q(meeting__in=meetings)
    if circle is not None:
        chosen |= Q(circle=circle)
    rows = Commitment.objects.filter(chosen)
    return {"tally": tally(rows, reader=context["request"].user), "title": title}


@register.simple_tag
def promise_at(meeting_id: int, circle_id: int | None = None) -> str:
    """Put it only on a page of who may see that meeting. `circle_id` is filled in beforehand."""
    query = {"bij": link_to(meeting_id)} | ({"kring": str(circle_id)} if circle_id else {})
    return f"{reverse('commitments:new')}?{urlencode(query)}"
