"""`{% meeting_strip meeting %}`: from page to page of a meeting, for who has a role in it."""

from typing import Any

from django import template

from leerkring.practice.meetings.models import Meeting
from leerkring.practice.meetings.page_queries import roles_held
from leerkring.practice.meetings.strip_queries import strip_of

register = template.Library()


@register.inclusion_tag("meetings/_strip.html", takes_context=True)
def meeting_strip(context: dict[str, Any], meeting: Meeting, here: str = "") -> dict[str, Any]:
    """`here` is the label of where you are, on a page of another room."""
    request = context["request"]
    kinds = roles_held(request.user, meeting)
    return {"strip": strip_of(request.user, meeting, kinds, request.path, here)}
