"""Parts of the page of a meeting that this room knows: my answer, who comes, and what became of
promises, with those of guests."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.template.loader import render_to_string

from leerkring.practice.answering.qr import qr_svg
from leerkring.practice.attendance.page_queries import own_page
from leerkring.practice.attendance.promise_queries import tally_with_guests
from leerkring.practice.attendance.queries import own_invitation, standing_of
from leerkring.practice.attendance.reply_actions import is_over
from leerkring.practice.meetings.models import Meeting
from leerkring.practice.meetings.rules import may_lead, may_take_part

register = template.Library()


@register.simple_tag(takes_context=True)
def reply_to(context: Any, meeting: Meeting) -> str:
    """My answer, numbers and buttons; nothing for who may not come, or before it is announced."""
    request = context["request"]
    invitation = own_invitation(meeting, request.user)
    if not meeting.is_announced:
        return ""
    if invitation is None and not may_take_part(request.user, meeting):
        return ""
    page = own_page(meeting, invitation)
    page |= {"user": request.user, "is_closed": meeting.is_cancelled or is_over(meeting)}
    if "badge" in page:
        page["qr"] = qr_svg(request.build_absolute_uri(page["badge"]), label="Jouw QR-code")
    return render_to_string("attendance/_reply_to.html", page, request)


@register.simple_tag(takes_context=True)
def who_comes(context: Any, meeting: Meeting) -> str:
    """Numbers, for who leads the meeting; the pages where they come from are in its strip."""
    request = context["request"]
    if not may_lead(request.user, meeting):
        return ""
    page = {"meeting": meeting, "standing": standing_of(meeting)}
    return render_to_string("attendance/_who_comes.html", page, request)


@register.inclusion_tag("commitments/_tally.html", takes_context=True)
def tally_of_all(context: Any, meeting_ids: Iterable[int], title: str) -> dict[str, Any]:
    """What became of promises made at these meetings, also by guests without an account. Put it
    only on a page of who may see those meetings."""
    ids = list(meeting_ids)
    counted = tally_with_guests(ids, reader=context["request"].user) if ids else None
    return {"tally": counted, "title": title}
